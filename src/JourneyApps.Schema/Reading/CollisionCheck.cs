using JourneyApps.Schema.Diagnostics;

namespace JourneyApps.Schema.Reading;

/// <summary>The last pass: names that are the same key in an object's JSON. The platform does not check them, so they do not make a model
/// faulty.</summary>
internal static class CollisionCheck
{
    public static void Run(List<ModelBuilder> models, DiagnosticList diagnostics, CancellationToken cancellation)
    {
        foreach (ModelBuilder model in models)
        {
            // The content of a second model of a name was added to the first one.
            if (!model.IsRepeated) Run(diagnostics, model, cancellation);
        }
    }

    private static void Run(DiagnosticList diagnostics, ModelBuilder model, CancellationToken cancellation)
    {
        for (int i = 0; i < model.Fields.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            Field(diagnostics, model, model.Fields[i], model.FieldSpans[i]);
        }

        for (int i = 0; i < model.BelongsTo.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            BelongsTo(diagnostics, model, model.BelongsTo[i]);
        }

        for (int i = 0; i < model.HasMany.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            HasMany(diagnostics, model, model.HasMany[i]);
        }
    }

    private static void Field(DiagnosticList diagnostics, ModelBuilder model, Field field, TextSpan span)
    {
        if (field.Name is "updated_at" or "display") diagnostics.Add(SchemaRules.FieldAndMetadata, span, model.Name, field.Name);
        if (Owner(field.Name) is not { } owner) return;
        if (model.BelongsTo.Find(owner) is not null)
            diagnostics.Add(SchemaRules.FieldAndRelationshipId, span, model.Name, field.Name, owner);
        if (model.FindField(owner) is { } attachment && FieldTypeInfo.Of(attachment.Type).IsFile)
            diagnostics.Add(SchemaRules.FieldAndAttachmentId, span, model.Name, field.Name, owner, FieldTypeInfo.Of(attachment.Type).Word);
    }

    private static void BelongsTo(DiagnosticList diagnostics, ModelBuilder model, BelongsToEntry link)
    {
        string name = link.Value.Name;
        if (name is "id" or "type" or "updated_at" or "display")
            diagnostics.Add(SchemaRules.BelongsToAndMetadata, link.Span, model.Name, name);
        if (model.FindField(name) is not null) diagnostics.Add(SchemaRules.FieldAndBelongsTo, link.Span, model.Name, name);
        if (Owner(name) is not { } owner) return;
        bool isAttachment = model.FindField(owner) is { } field && FieldTypeInfo.Of(field.Type).IsFile;
        if (isAttachment || model.BelongsTo.Find(owner) is not null)
            diagnostics.Add(SchemaRules.BelongsToAndId, link.Span, model.Name, name, owner);
    }

    private static void HasMany(DiagnosticList diagnostics, ModelBuilder model, HasManyEntry link)
    {
        string name = link.Value.Name;
        string? other = model.FindField(name) is not null ? "field" : model.BelongsTo.Find(name) is not null ? "belongs-to" : null;
        if (other is not null) diagnostics.Add(SchemaRules.NameAndHasMany, link.Span, model.Name, name, other);
    }

    /// <summary>The name before <c>_id</c>, or <see langword="null"/>.</summary>
    private static string? Owner(string name)
        => name.Length > 3 && name.EndsWith("_id", StringComparison.Ordinal) ? name.Substring(0, name.Length - 3) : null;
}
