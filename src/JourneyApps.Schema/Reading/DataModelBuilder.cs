using JourneyApps.Schema.Diagnostics;
using JourneyApps.Schema.Parsed;

namespace JourneyApps.Schema.Reading;

/// <summary>Creates the result from what the passes have read.</summary>
internal static class DataModelBuilder
{
    public static ParsedSchema Build(
        List<ModelBuilder> builders,
        string? appUserModel,
        LineMap lines,
        DiagnosticList diagnostics,
        bool isSchema,
        CancellationToken cancellation)
    {
        List<Model> models = new(builders.Count);
        List<ModelPositions> positions = new(builders.Count);
        List<string> faulty = [];
        foreach (ModelBuilder builder in builders)
        {
            cancellation.ThrowIfCancellationRequested();
            if (builder.Name is null || builder.IsRepeated) continue;
            models.Add(Model(builder));
            positions.Add(Positions(builder));
            if (builder.IsFaulty) faulty.Add(builder.Name);
        }

        DataModel dataModel = new(EquatableArray.ListOf([.. models]), appUserModel);
        return new ParsedSchema(dataModel, diagnostics.ToArray(), EquatableArray.ListOf([.. faulty]), isSchema)
        {
            Positions = new SchemaPositions(dataModel, [.. positions], lines),
        };
    }

    private static Model Model(ModelBuilder builder) => new(
        builder.Name!,
        builder.Label,
        builder.IsSensitive,
        EquatableArray.ListOf(builder.Fields),
        EquatableArray.ListOf(Map(builder.BelongsTo, static link => link.Value)),
        EquatableArray.ListOf(Map(builder.HasMany, static link => link.Value)),
        builder.Display,
        EquatableArray.ListOf(builder.Indexes?.ToArray() ?? []),
        EquatableArray.ListOf(builder.Webhooks?.ToArray() ?? []),
        EquatableArray.ListOf(builder.NotifyUsers?.ToArray() ?? []));

    private static ModelPositions Positions(ModelBuilder builder) => new(
        builder.NameSpan,
        builder.FieldSpans,
        builder.OptionSpans,
        Map(builder.BelongsTo, static link => link.Span),
        Map(builder.HasMany, static link => link.Span));

    private static TResult[] Map<T, TResult>(NamedList<T> items, Func<T, TResult> map) where T : class
    {
        if (items.Count == 0) return [];
        var mapped = new TResult[items.Count];
        for (int i = 0; i < mapped.Length; i++) mapped[i] = map(items[i]);
        return mapped;
    }
}
