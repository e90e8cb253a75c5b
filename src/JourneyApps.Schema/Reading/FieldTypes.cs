namespace JourneyApps.Schema.Reading;

/// <summary>The names of field types, formats of text and media types in each dialect.</summary>
internal static class FieldTypes
{
    /// <summary>What <c>media</c> may be.</summary>
    public static string[] Media { get; } =
    [
        "any", "image/png", "image/jpeg", "image/svg+xml", "application/pdf",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.ms-excel", "application/msword", "application/vnd.anritsu", "application/vnd.valvelink",
        "application/xml", "text/plain", "text/csv",
    ];

    /// <summary>What may stand behind <c>text:</c>.</summary>
    public static string[] TextFormats { get; } =
    [
        "email", "address", "name", "url", "paragraph", "number", "signed-number", "decimal-number", "phone-number", "south-african-id",
        "password",
    ];

    /// <summary>The <c>spec</c> values of version 2.</summary>
    public static string[] Specs { get; } =
    [
        "text", "text.email", "text.address", "text.name", "text.url", "text.paragraph", "number", "number.za_id", "phone", "phone.za_cell",
        "decimal", "password",
    ];

    /// <summary>What to write for a type, for messages.</summary>
    public static string Names(Generation generation) =>
        generation == Generation.V2
            ? "string, int, decimal, date, datetime, location, enum, enum_set, attachment"
            : "text, integer, number, date, datetime, boolean, single-choice, single-choice-integer, multiple-choice, "
                + "multiple-choice-integer, location, photo, signature, attachment, track";

    public static FieldType Parse(Generation generation, ReadOnlySpan<char> name) => generation switch
    {
        Generation.V2 => ParseV2(name),
        Generation.V30 when name.SequenceEqual("decimal".AsSpan()) => FieldType.Number,
        _ => ParseV3(name),
    };

    /// <summary>The format that a spec of version 2 stands for in later versions; <see langword="null"/> for plain text.</summary>
    public static string? FormatOf(ReadOnlySpan<char> spec) => spec switch
    {
        "text.email" => "email",
        "text.address" => "address",
        "text.name" => "name",
        "text.url" => "url",
        "text.paragraph" => "paragraph",
        "number" => "number",
        "number.za_id" => "south-african-id",
        "phone" or "phone.za_cell" => "phone-number",
        "decimal" => "decimal-number",
        "password" => "password",
        _ => null,
    };

    public static bool IsAttachment(FieldType type) => type is FieldType.Attachment or FieldType.Photo or FieldType.Signature;

    public static bool IsIntegerChoice(FieldType type) => type is FieldType.SingleChoiceInteger or FieldType.MultipleChoiceInteger;

    public static bool IsChoice(FieldType type) => type is FieldType.SingleChoice or FieldType.MultipleChoice || IsIntegerChoice(type);

    public static FieldType ParseV3(ReadOnlySpan<char> name) => name switch
    {
        "text" => FieldType.Text,
        "integer" => FieldType.Integer,
        "number" => FieldType.Number,
        "date" => FieldType.Date,
        "datetime" => FieldType.DateTime,
        "boolean" => FieldType.Boolean,
        "single-choice" => FieldType.SingleChoice,
        "single-choice-integer" => FieldType.SingleChoiceInteger,
        "multiple-choice" => FieldType.MultipleChoice,
        "multiple-choice-integer" => FieldType.MultipleChoiceInteger,
        "location" => FieldType.Location,
        "photo" => FieldType.Photo,
        "signature" => FieldType.Signature,
        "attachment" => FieldType.Attachment,
        "track" => FieldType.Track,
        _ => FieldType.Unknown,
    };

    private static FieldType ParseV2(ReadOnlySpan<char> name) => name switch
    {
        "string" => FieldType.Text,
        "int" => FieldType.Integer,
        "decimal" => FieldType.Number,
        "date" => FieldType.Date,
        "datetime" => FieldType.DateTime,
        "location" => FieldType.Location,
        "enum" => FieldType.SingleChoiceInteger,
        "enum_set" => FieldType.MultipleChoiceInteger,
        "attachment" => FieldType.Attachment,
        _ => FieldType.Unknown,
    };
}
