namespace JourneyApps.Schema.Reading;

/// <summary>The values that attributes of fields can have.</summary>
internal static class AttributeValues
{
    /// <summary>Values of <c>media</c>.</summary>
    public static string[] Media { get; } =
    [
        "any", "image/png", "image/jpeg", "image/svg+xml", "application/pdf",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.ms-excel", "application/msword", "application/vnd.anritsu", "application/vnd.valvelink",
        "application/xml", "text/plain", "text/csv",
    ];

    /// <summary>Subtypes of text, as in <c>text:email</c>.</summary>
    public static string[] TextSubtypes { get; } =
    [
        "email", "address", "name", "url", "paragraph", "number", "signed-number", "decimal-number", "phone-number", "south-african-id",
        "password",
    ];

    /// <summary>Values of <c>spec</c> in version 2.</summary>
    public static string[] Specs { get; } =
    [
        "text", "text.email", "text.address", "text.name", "text.url", "text.paragraph", "number", "number.za_id", "phone", "phone.za_cell",
        "decimal", "password",
    ];

    /// <summary>The subtype that later versions have for a spec of version 2; <see langword="null"/> for plain text.</summary>
    public static string? SubtypeOf(ReadOnlySpan<char> spec) => spec switch
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
}
