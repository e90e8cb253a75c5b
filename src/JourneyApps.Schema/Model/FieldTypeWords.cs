namespace JourneyApps.Schema;

/// <summary>The platform's words for the types of fields.</summary>
public static class FieldTypeWords
{
    /// <summary>The word as the schema and <c>datamodel.json</c> write it, without a subtype; <c>unknown</c> for <see cref="FieldType.Unknown"/>.</summary>
    /// <param name="type">The type.</param>
    public static string Word(this FieldType type) => type switch
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
