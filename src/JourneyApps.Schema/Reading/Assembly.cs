namespace JourneyApps.Schema.Reading;

/// <summary>Makes the finished values of what the passes have left.</summary>
internal static class Assembly
{
    public static ParsedSchema Build(
        SchemaReading reading, SchemaOptions options, LineMap lines, EquatableArray<Finding> findings, bool isSchema)
    {
        List<Model> models = new(reading.Models.Count);
        List<ModelPositions> positions = new(reading.Models.Count);
        List<string> faulty = [];
        foreach (ModelDraft draft in reading.Models)
        {
            if (draft.Name is null || !ReferenceEquals(reading.TargetOf(draft), draft)) continue;
            models.Add(Model(draft));
            positions.Add(Positions(draft));
            if (draft.IsFaulty) faulty.Add(draft.Name);
        }

        DataModel dataModel = new(new EquatableArray<Model>([.. models]), options.AppUserModel);
        return new ParsedSchema(
            dataModel,
            findings,
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

    private static TResult[] Map<T, TResult>(List<T> items, Func<T, TResult> map)
    {
        if (items.Count == 0) return [];
        TResult[] mapped = new TResult[items.Count];
        for (int i = 0; i < mapped.Length; i++) mapped[i] = map(items[i]);
        return mapped;
    }

    private static EquatableArray<T> Array<T>(List<T>? items) where T : IEquatable<T> => items is null ? [] : new([.. items]);
}
