using JourneyApps.Schema.Comparison;

namespace JourneyApps.Schema;

/// <summary>Compares two data models.</summary>
/// <remarks>The order of declarations does not count: the API's JSON does not promise one. Of several declarations with one name the first
/// counts, as on the platform. Line ends do not count either: a checkout can change those of a file.</remarks>
public static class DataModelComparison
{
    /// <summary>Lists what differs, in the order of the first data model, with what the second one adds at the end of each list; empty if
    /// nothing does.</summary>
    /// <param name="before">The first data model: the one that code was generated from, or the local file.</param>
    /// <param name="after">The second data model: the one that is deployed.</param>
    /// <param name="detail">How much to compare: no more than what both sides know.</param>
    /// <param name="cancellationToken">Stops the comparison.</param>
    /// <exception cref="ArgumentNullException">A data model is <see langword="null"/>.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> is canceled.</exception>
    /// <example>
    /// <code>
    /// DataModel local = SchemaParser.Parse(File.ReadAllText("schema.xml")).DataModel;
    /// DataModel deployed = SchemaParser.Parse(json).DataModel;
    /// foreach (DataModelChange change in DataModelComparison.Compare(local, deployed, DataModelDetail.Json))
    ///     Console.WriteLine(change.BreaksGeneratedCode ? $"{change}  (breaks generated code)" : $"{change}");
    /// </code>
    /// </example>
    public static IReadOnlyList<DataModelChange> Compare(
        DataModel before, DataModel after, DataModelDetail detail = DataModelDetail.Xml, CancellationToken cancellationToken = default)
    {
        _ = before ?? throw new ArgumentNullException(nameof(before));
        _ = after ?? throw new ArgumentNullException(nameof(after));
        List<DataModelChange> changes = [];
        ChangeList all = new(changes, null, null, null, cancellationToken);
        if (detail >= DataModelDetail.Json && before.AppUserModel is not null && after.AppUserModel is not null)
            all.Compare(DataModelPart.AppUserModel, before.AppUserModel, after.AppUserModel);

        all.Pair(
            before.Models,
            after.Models,
            static model => model.Name,
            (old, @new) => new ModelComparison(all.OfModel(old.Name), before, after, detail).Compare(old, @new),
            old => all.OfModel(old.Name).Removed(DataModelPart.Model, ChangeList.Loss, ""),
            @new => all.OfModel(@new.Name).Added(DataModelPart.Model, DataModelImpact.Structure, ""));
        return changes;
    }
}
