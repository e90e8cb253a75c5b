namespace JourneyApps.Schema.Naming;

/// <summary>A field to generate.</summary>
/// <param name="SchemaName">The name in the schema and in JSON.</param>
/// <param name="Property">The property on the model and on its tokens.</param>
/// <param name="Label">The label in the app.</param>
/// <param name="Type">The type.</param>
/// <param name="Subtype">The subtype of a text or the media type of an attachment; <see langword="null"/> if there is none.</param>
/// <param name="Enum">The enum of a choice field; <see langword="null"/> for other fields.</param>
/// <param name="IsFirstInJson">Whether no earlier member has its name in JSON.</param>
/// <param name="Options">The options of a choice field, and of a boolean (labels only).</param>
internal sealed record FieldSpec(
    string SchemaName,
    string Property,
    string Label,
    FieldType Type,
    string? Subtype,
    string? Enum,
    bool IsFirstInJson,
    EquatableArray<OptionSpec> Options);
