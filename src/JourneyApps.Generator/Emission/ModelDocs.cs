namespace JourneyApps.Generator.Emission;

/// <summary>Writes the documentation of a model's class: label, name and relationships.</summary>
internal static class ModelDocs
{
    /// <summary>Writes the comment.</summary>
    public static void Emit(CodeWriter writer, ModelSpec model)
    {
        writer.Part("/// <summary>");
        writer.Label(model.Label, model.SchemaName);
        writer.Line("</summary>");
        writer.Part("/// <remarks>Model <c>", model.SchemaName, "</c>");
        if (model.Sensitive) writer.Write(", classified as sensitive");
        writer.Write('.');
        foreach (BelongsToSpec link in model.BelongsTo)
        {
            writer.ThrowIfCanceled();
            writer.Part(" Belongs to <see cref=\"", link.TargetClass, "\"/> by <c>", link.SchemaName, "</c>.");
        }

        foreach (HasManySpec many in model.HasMany)
        {
            writer.ThrowIfCanceled();
            writer.Part(" Has many <see cref=\"", many.TargetClass, "\"/>: <c>", many.SchemaName, "</c>.");
        }

        writer.Line("</remarks>");
    }

    /// <summary>Writes the label as a sentence, or the name if there is no label.</summary>
    public static void Label(this CodeWriter writer, string label, string name)
    {
        writer.Doc(DocText.IsVisible(label) ? label : name);
        writer.Write('.');
    }
}
