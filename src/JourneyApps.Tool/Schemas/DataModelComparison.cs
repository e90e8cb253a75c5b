using JourneyApps.Schema;

namespace JourneyApps.Tool.Schemas;

/// <summary>Compares two data models. The order in which things are declared is no difference: the API's JSON does not promise one.</summary>
internal static class DataModelComparison
{
    /// <summary>What differs, in the order of the first data model, with what is new at the end of each list.</summary>
    public static List<Difference> Between(DataModel before, DataModel after, ComparedFacts facts)
    {
        DifferenceList found = [];
        if (before.AppUserModel is not null && after.AppUserModel is not null)
            found.Compare("data model", "app-user model", before.AppUserModel, after.AppUserModel, Impact.None);
        found.Match(
            before.Models, after.Models, model => model.Name, model => (model.Name, "model", ""),
            (old, @new) => ModelComparison.Compare(found, (before, old), (after, @new), facts));
        return found;
    }
}
