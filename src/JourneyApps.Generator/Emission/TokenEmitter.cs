namespace JourneyApps.Generator.Emission;

/// <summary>Writes the struct of a model's field tokens, by which queries name fields.</summary>
internal static class TokenEmitter
{
    /// <summary>Writes the struct.</summary>
    public static void Emit(CodeWriter writer, ModelSpec model, string access)
    {
        string name = model.Names.Class;
        writer.Line("/// <summary>Fields of <see cref=\"", name, "\"/> in queries.</summary>");
        writer.Line(FileHeader.GeneratedCode);
        writer.Line(access, " readonly struct ", model.Names.Fields);
        writer.Open();
        writer.Line("/// <summary>The id.</summary>");
        writer.Line("public _j.IdField<", name, "> Id => new(\"id\");");
        writer.Line("/// <summary>The last change, for sorting.</summary>");
        writer.Line("public _j.SortKey UpdatedAt => new(\"updated_at\");");
        foreach (FieldSpec field in model.Fields)
        {
            writer.Part("/// <summary>");
            writer.Label(field.Label, field.SchemaName);
            writer.Line("</summary>");
            writer.Write("public ");
            FieldCode.WriteTokenType(writer, field);
            writer.Line(" ", field.Property, " => new(\"", field.SchemaName, "\");");
        }

        foreach (BelongsToSpec link in model.BelongsTo)
        {
            writer.Line("/// <summary>Id of the <see cref=\"", link.TargetClass, "\"/> of <c>", link.SchemaName, "</c>.</summary>");
            writer.Line("public _j.IdField<", link.TargetClass, "> ", link.IdProperty, " => new(\"", link.IdName, "\");");
            writer.Line("/// <summary>The link <c>", link.SchemaName, "</c>, to include.</summary>");
            writer.Line("public _j.LinkField<", link.TargetClass, "> ", link.Property, " => new(\"", link.SchemaName, "\");");
        }

        writer.Close();
        writer.Line();
    }
}
