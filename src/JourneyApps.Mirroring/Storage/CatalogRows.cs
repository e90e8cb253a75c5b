using JourneyApps.Mirroring.Planning;
using JourneyApps.Schema;

namespace JourneyApps.Mirroring.Storage;

/// <summary>Converts between a catalog and the rows of its tables.</summary>
internal static class CatalogRows
{
    public static object?[] Of(CatalogModel model) => new object?[]
    {
        model.Name, model.Table, model.Label, model.Phase is { } phase ? Word(phase) : null, model.HasHistory, model.LoadedAt,
        model.RetiredAt, model.LabelsView,
    };

    public static IEnumerable<object?[]> OfColumns(CatalogModel model) => model.Columns.Select((column, i) => new object?[]
    {
        model.Name, column.Name, column.OriginalName, column.Kind.ToString(), column.Source, column.Field, column.Type, column.Label,
        column.LinkedModel, (long)i + 1, (long?)column.LabelPosition, column.IsIndexed, column.RetiredAt,
    });

    public static object?[] Of(CatalogOption option) => [option.Model, option.Field, option.Key, option.Label, (long?)option.Position];

    /// <summary>The catalog of the rows of its tables.</summary>
    public static CopyCatalog Read(
        IReadOnlyList<object?[]> models, IReadOnlyList<object?[]> columns, IReadOnlyList<object?[]> options)
    {
        ILookup<string, object?[]> byModel = columns.ToLookup(static row => (string)row[0]!, StringComparer.Ordinal);
        return new CopyCatalog(
            [.. models.Select(row => Model(row, byModel[(string)row[0]!]))],
            [.. options.Select(Option)]);
    }

    private static CatalogModel Model(object?[] row, IEnumerable<object?[]> columns) => new((string)row[0]!, (string)row[1]!)
    {
        Label = (string?)row[2] ?? "",
        Phase = Phase((string?)row[3]),
        HasHistory = (bool?)row[4] == true,
        LoadedAt = (DateTimeOffset?)row[5],
        RetiredAt = (DateTimeOffset?)row[6],
        LabelsView = (string?)row[7],
        Columns = [.. columns.OrderBy(static column => (long?)column[9]).Select(Column)],
    };

    private static CatalogOption Option(object?[] row)
        => new((string)row[0]!, (string)row[1]!, (string)row[2]!, (string)row[3]!, (int?)(long?)row[4]);

    private static CatalogColumn Column(object?[] row) => new((string)row[1]!, Enum.Parse<CopyColumnKind>((string)row[3]!))
    {
        OriginalName = (string)row[2]!,
        Source = (string?)row[4],
        Field = (string?)row[5],
        Type = (string?)row[6],
        Label = (string?)row[7],
        LinkedModel = (string?)row[8],
        LabelPosition = (int?)(long?)row[10],
        IsIndexed = (bool?)row[11] == true,
        RetiredAt = (DateTimeOffset?)row[12],
    };

    private static string Word(MirrorPhase phase) => phase switch
    {
        MirrorPhase.Loading => "loading",
        MirrorPhase.CatchingUp => "catching-up",
        MirrorPhase.Following => "following",
    };

    private static MirrorPhase? Phase(string? word) => word switch
    {
        "loading" => MirrorPhase.Loading,
        "catching-up" => MirrorPhase.CatchingUp,
        "following" => MirrorPhase.Following,
        _ => null,
    };
}
