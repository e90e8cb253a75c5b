using JourneyApps.Schema;
using JourneyApps.Schema.Naming;

namespace JourneyApps.Generator.Emission;

/// <summary>What a field of each type is in C#.</summary>
internal static class FieldKinds
{
    /// <summary>Writes the property's type, nullable.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="field">The field.</param>
    public static void PropertyType(this CodeWriter writer, FieldSpec field)
    {
        if (field.Enum is not null)
        {
            writer.Part(FieldTypeInfo.Of(field.Type).IsMultiple ? "_j.ChoiceSet<" : "_j.Choice<", field.Enum, ">?");
            return;
        }

        writer.Write(field.Type switch
        {
            FieldType.Text => "string?",
            FieldType.Integer => "int?",
            FieldType.Number => "double?",
            FieldType.Date => "_s.DateOnly?",
            FieldType.DateTime => "_s.DateTimeOffset?",
            FieldType.Boolean => "bool?",
            FieldType.Location => "_j.Location?",
            FieldType.Photo => "_j.Photo?",
            FieldType.Signature => "_j.Signature?",
            FieldType.Attachment => "_j.Attachment?",
            _ => "_j.Track?",
        });
    }

    /// <summary>Writes the call that reads the field.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="field">The field.</param>
    public static void ReadCall(this CodeWriter writer, FieldSpec field)
    {
        writer.Part("r.", Method(field.Type));
        if (field.Enum is not null) writer.Part("<", field.Enum, ">");
        // An attachment comes in two members, "photo" and "photo_id"; the second completes what the first gave.
        if (FieldTypeInfo.Of(field.Type).IsFile) writer.Part("(_", field.Property, ")");
        else writer.Write("()");
    }

    private static string Method(FieldType type) => type switch
    {
        FieldType.Text => "Text",
        FieldType.Integer => "Integer",
        FieldType.Number => "Number",
        FieldType.Date => "Date",
        FieldType.DateTime => "DateTime",
        FieldType.Boolean => "Boolean",
        FieldType.SingleChoice or FieldType.SingleChoiceInteger => "Choice",
        FieldType.MultipleChoice or FieldType.MultipleChoiceInteger => "ChoiceSet",
        FieldType.Location => "Location",
        FieldType.Photo => "Photo",
        FieldType.Signature => "Signature",
        FieldType.Attachment => "Attachment",
        _ => "Track",
    };
}
