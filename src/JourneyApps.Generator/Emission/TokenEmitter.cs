using JourneyApps.Schema;
using JourneyApps.Schema.Naming;

namespace JourneyApps.Generator.Emission;

/// <summary>Writes the struct of a model's field tokens, by which queries name fields.</summary>
internal static class TokenEmitter
{
    /// <summary>Writes the struct.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="model">The model.</param>
    /// <param name="access">The accessibility of the struct.</param>
    public static void Emit(CodeWriter writer, ModelSpec model, string access)
    {
        string name = model.Names.Class;
        writer.Line("/// <summary>Fields of <see cref=\"", name, "\"/> in queries.</summary>");
        writer.Line(FileHeader.GeneratedCode);
        writer.Line(access, " readonly struct ", model.Names.Fields);
        writer.Open();
        writer.Line("/// <summary>The id.</summary>");
        writer.Line("public _j.IdField<", name, "> Id => new(\"id\");");
        writer.Line("/// <summary>The last change; for sorting only.</summary>");
        writer.Line("public _j.SortKey UpdatedAt => new(\"updated_at\");");
        foreach (FieldSpec field in model.Fields)
        {
            writer.Part("/// <summary>");
            writer.Label(field.Label, field.SchemaName);
            writer.Line("</summary>");
            writer.Write("public _j.");
            TokenType(writer, field);
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

    private static void TokenType(CodeWriter writer, FieldSpec field)
    {
        string type = field.Type switch
        {
            FieldType.Text => "TextField",
            FieldType.Integer => "ComparableField<int>",
            FieldType.Number => "ComparableField<double>",
            FieldType.Date => "ComparableField<_s.DateOnly>",
            FieldType.DateTime => "ComparableField<_s.DateTimeOffset>",
            FieldType.Boolean => "BooleanField",
            FieldType.SingleChoice => "ChoiceField<",
            FieldType.SingleChoiceInteger => "IntegerChoiceField<",
            FieldType.MultipleChoice or FieldType.MultipleChoiceInteger => "ChoiceSetField<",
            FieldType.Location or FieldType.Track => "PresenceField",
            FieldType.Photo => "FileField<_j.Photo>",
            FieldType.Signature => "FileField<_j.Signature>",
            FieldType.Attachment => "FileField<_j.Attachment>",
            FieldType.Unknown => throw new InvalidOperationException("A field of an unknown type is not generated."),
        };
        writer.Write(type);
        if (field.Enum is { } choice) writer.Part(choice, ">");
    }
}
