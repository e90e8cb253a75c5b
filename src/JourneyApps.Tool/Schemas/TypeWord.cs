using JourneyApps.Schema;

namespace JourneyApps.Tool.Schemas;

/// <summary>The schema's own words for what a field holds.</summary>
internal static class TypeWord
{
    /// <summary>The type with its subtype or media type, as the schema would write it.</summary>
    public static string Of(Field field)
        => field.Subtype is { Length: > 0 } subtype ? $"{Of(field.Type)}:{subtype}"
        : field.Media is { Length: > 0 } media ? $"{Of(field.Type)} ({media})"
        : Of(field.Type);

    public static string Of(FieldType type) => type switch
    {
        FieldType.Text => "text",
        FieldType.Integer => "integer",
        FieldType.Number => "number",
        FieldType.Date => "date",
        FieldType.DateTime => "datetime",
        FieldType.Boolean => "boolean",
        FieldType.SingleChoice => "single-choice",
        FieldType.SingleChoiceInteger => "single-choice-integer",
        FieldType.MultipleChoice => "multiple-choice",
        FieldType.MultipleChoiceInteger => "multiple-choice-integer",
        FieldType.Location => "location",
        FieldType.Photo => "photo",
        FieldType.Signature => "signature",
        FieldType.Attachment => "attachment",
        FieldType.Track => "track",
        _ => "unknown",
    };
}
