namespace JourneyApps.Schema.Reading;

/// <summary>
/// The last pass: names that meet in an object's JSON. The platform looks for none of this, so nothing here makes a model faulty.
/// </summary>
internal static class CollisionCheck
{
    public static void Run(List<ModelDraft> models, DiagnosticList findings)
    {
        foreach (ModelDraft model in models)
        {
            // The second model of a name has added what it holds to the first.
            if (!model.IsRepeated) Run(findings, model);
        }
    }

    private static void Run(DiagnosticList findings, ModelDraft model)
    {
        for (int i = 0; i < model.Fields.Length; i++) Field(findings, model, model.Fields[i], model.FieldSpans[i]);
        for (int i = 0; i < model.BelongsTo.Count; i++) BelongsTo(findings, model, model.BelongsTo[i]);
        for (int i = 0; i < model.HasMany.Count; i++) HasMany(findings, model, model.HasMany[i]);
    }

    private static void Field(DiagnosticList findings, ModelDraft model, Field field, TextSpan span)
    {
        if (field.Name is "updated_at" or "display") findings.Add(SchemaRules.FieldAndMetadata, span, model.Name, field.Name);
        if (Owner(field.Name) is not { } owner) return;
        if (model.BelongsTo.Find(owner) is not null) findings.Add(SchemaRules.FieldAndRelationshipId, span, model.Name, field.Name, owner);
        if (model.FindField(owner) is { } attachment && FieldTypeInfo.Of(attachment.Type).IsFile)
            findings.Add(SchemaRules.FieldAndAttachmentId, span, model.Name, field.Name, owner, FieldTypeInfo.Of(attachment.Type).Word);
    }

    private static void BelongsTo(DiagnosticList findings, ModelDraft model, BelongsToDraft link)
    {
        string name = link.Value.Name;
        if (name is "id" or "type" or "updated_at" or "display") findings.Add(SchemaRules.BelongsToAndMetadata, link.Span, model.Name, name);
        if (model.FindField(name) is not null) findings.Add(SchemaRules.FieldAndBelongsTo, link.Span, model.Name, name);
        if (Owner(name) is not { } owner) return;
        bool isAttachment = model.FindField(owner) is { } field && FieldTypeInfo.Of(field.Type).IsFile;
        if (isAttachment || model.BelongsTo.Find(owner) is not null) findings.Add(SchemaRules.BelongsToAndId, link.Span, model.Name, name, owner);
    }

    private static void HasMany(DiagnosticList findings, ModelDraft model, HasManyDraft link)
    {
        string name = link.Value.Name;
        string? other = model.FindField(name) is not null ? "field" : model.BelongsTo.Find(name) is not null ? "belongs-to" : null;
        if (other is not null) findings.Add(SchemaRules.NameAndHasMany, link.Span, model.Name, name, other);
    }

    /// <summary>What a name that ends in <c>_id</c> would be the id of.</summary>
    private static string? Owner(string name) =>
        name.Length > 3 && name.EndsWith("_id", StringComparison.Ordinal) ? name.Substring(0, name.Length - 3) : null;
}
