using JourneyApps.Schema.Comparison;

namespace JourneyApps.Schema;

/// <summary>Compares two data models.</summary>
/// <remarks>The order of declarations does not count: the API's JSON does not promise one. Of several declarations with one name the first
/// counts, as on the platform.</remarks>
public static class DataModelComparison
{
    /// <summary>Lists what differs, in the order of the first data model, with what the second one adds at the end of each list; empty if
    /// nothing does.</summary>
    /// <param name="before">The first data model: the one that code was generated from, or the local file.</param>
    /// <param name="after">The second data model: the one that is deployed.</param>
    /// <param name="detail">How much to compare: no more than what both sides know.</param>
    /// <exception cref="ArgumentNullException">A data model is <see langword="null"/>.</exception>
    /// <example>
    /// <code>
    /// DataModel local = SchemaParser.Parse(File.ReadAllText("schema.xml")).DataModel;
    /// DataModel deployed = SchemaParser.Parse(json).DataModel;
    /// foreach (DataModelChange change in DataModelComparison.Compare(local, deployed, DataModelDetail.Json))
    ///     Console.WriteLine(change.BreaksGeneratedCode ? $"{change}  (breaks generated code)" : $"{change}");
    /// </code>
    /// </example>
    public static IReadOnlyList<DataModelChange> Compare(DataModel before, DataModel after, DataModelDetail detail = DataModelDetail.Xml)
    {
        _ = before ?? throw new ArgumentNullException(nameof(before));
        _ = after ?? throw new ArgumentNullException(nameof(after));
        List<DataModelChange> changes = [];
        if (detail >= DataModelDetail.Json && before.AppUserModel is not null && after.AppUserModel is not null)
            new ChangeList(changes, null).Compare(DataModelPart.AppUserModel, before.AppUserModel, after.AppUserModel);

        ChangeList.Pair(
            before.Models,
            after.Models,
            static model => model.Name,
            (old, @new) => new ModelComparison(new ChangeList(changes, old.Name), before, after, detail).Compare(old, @new),
            old => new ChangeList(changes, old.Name).Removed(DataModelPart.Model, ChangeList.Loss, ""),
            @new => new ChangeList(changes, @new.Name).Added(DataModelPart.Model, DataModelImpact.Structure, ""));
        return changes;
    }
}
