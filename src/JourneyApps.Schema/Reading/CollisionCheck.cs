namespace JourneyApps.Schema.Reading;

/// <summary>
/// The last pass: names that meet in an object's JSON. The platform looks for none of this, so nothing here makes a model faulty.
/// </summary>
internal static class CollisionCheck
{
    public static void Run(SchemaReading reading, ModelDraft source, ModelDraft model)
    {
        // The second model of a name has added what it holds to the first.
        if (!ReferenceEquals(source, model)) return;
        for (int i = 0; i < model.Fields.Length; i++) Field(reading, model, model.Fields[i], model.FieldSpans[i]);
        foreach (BelongsToDraft link in model.BelongsTo) BelongsTo(reading, model, link);
        foreach (HasManyDraft link in model.HasMany) HasMany(reading, model, link);
    }

    private static void Field(SchemaReading reading, ModelDraft model, Field field, TextSpan span)
    {
        if (field.Name is "updated_at" or "display") reading.Report(SchemaRules.FieldAndMetadata, span, field.Name);
        if (Owner(field.Name) is not { } owner) return;
        if (model.FindBelongsTo(owner) is not null) reading.Report(SchemaRules.FieldAndRelationshipId, span, field.Name, owner);
        if (model.FindField(owner) is { } attachment && FieldTypes.IsAttachment(attachment.Type))
            reading.Report(SchemaRules.FieldAndAttachmentId, span, field.Name, owner, TypeName(attachment.Type));
    }

    private static void BelongsTo(SchemaReading reading, ModelDraft model, BelongsToDraft link)
    {
        string name = link.Value.Name;
        if (name is "id" or "type" or "updated_at" or "display") reading.Report(SchemaRules.BelongsToAndMetadata, link.Span, name);
        if (model.FindField(name) is not null) reading.Report(SchemaRules.FieldAndBelongsTo, link.Span, name);
        if (Owner(name) is not { } owner) return;
        bool isAttachment = model.FindField(owner) is { } field && FieldTypes.IsAttachment(field.Type);
        if (isAttachment || model.FindBelongsTo(owner) is not null) reading.Report(SchemaRules.BelongsToAndId, link.Span, name, owner);
    }

    private static void HasMany(SchemaReading reading, ModelDraft model, HasManyDraft link)
    {
        string name = link.Value.Name;
        string? other = model.FindField(name) is not null ? "field" : model.FindBelongsTo(name) is not null ? "belongs-to" : null;
        if (other is not null) reading.Report(SchemaRules.NameAndHasMany, link.Span, name, other);
    }

    /// <summary>What a name that ends in <c>_id</c> would be the id of.</summary>
    private static string? Owner(string name) =>
        name.Length > 3 && name.EndsWith("_id", StringComparison.Ordinal) ? name.Substring(0, name.Length - 3) : null;

    private static string TypeName(FieldType type) => type switch
    {
        FieldType.Photo => "photo",
        FieldType.Signature => "signature",
        _ => "attachment",
    };
}
