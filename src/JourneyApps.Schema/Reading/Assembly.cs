namespace JourneyApps.Schema.Reading;

/// <summary>Makes the finished values of what the passes have left.</summary>
internal static class Assembly
{
    public static ParsedSchema Build(
        List<ModelDraft> drafts, string? appUserModel, LineMap lines, DiagnosticList findings, bool isSchema)
    {
        List<Model> models = new(drafts.Count);
        List<ModelPositions> positions = new(drafts.Count);
        List<string> faulty = [];
        foreach (ModelDraft draft in drafts)
        {
            if (draft.Name is null || draft.IsRepeated) continue;
            models.Add(Model(draft));
            positions.Add(Positions(draft));
            if (draft.IsFaulty) faulty.Add(draft.Name);
        }

        DataModel dataModel = new(new EquatableArray<Model>([.. models]), appUserModel);
        return new ParsedSchema(
            dataModel,
            findings.ToArray(),
            new EquatableArray<string>([.. faulty]),
            new SchemaPositions(dataModel, [.. positions], lines),
            isSchema);
    }

    private static Model Model(ModelDraft draft) => new(
        draft.Name!,
        draft.Label,
        draft.IsSensitive,
        new EquatableArray<Field>(draft.Fields),
        new EquatableArray<BelongsTo>(Map(draft.BelongsTo, static link => link.Value)),
        new EquatableArray<HasMany>(Map(draft.HasMany, static link => link.Value)),
        draft.Display,
        Array(draft.Indexes),
        Array(draft.Webhooks),
        Array(draft.NotifyUsers));

    private static ModelPositions Positions(ModelDraft draft) => new(
        draft.NameSpan,
        draft.FieldSpans,
        draft.OptionSpans,
        Map(draft.BelongsTo, static link => link.Span),
        Map(draft.HasMany, static link => link.Span));

    private static TResult[] Map<T, TResult>(NamedList<T> items, Func<T, TResult> map) where T : class
    {
        if (items.Count == 0) return [];
        TResult[] mapped = new TResult[items.Count];
        for (int i = 0; i < mapped.Length; i++) mapped[i] = map(items[i]);
        return mapped;
    }

    private static EquatableArray<T> Array<T>(List<T>? items) where T : IEquatable<T> => items is null ? [] : new([.. items]);
}
