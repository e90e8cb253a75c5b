using JourneyApps.Generator.Emission;
using JourneyApps.Schema;

namespace JourneyApps.Generator.Specs;

/// <summary>A field as it is emitted.</summary>
/// <param name="SchemaName">The name in the schema and in JSON.</param>
/// <param name="Property">The property on the model and on its tokens.</param>
/// <param name="Label">What the app shows.</param>
/// <param name="Type">What the field holds.</param>
/// <param name="Remark">The subtype of a text or the media type of an attachment; <see langword="null"/> without one.</param>
/// <param name="Enum">The enum of a choice field, else <see langword="null"/>.</param>
/// <param name="IsFirstInJson">Whether no member before it has its name in JSON.</param>
/// <param name="Options">The options of a choice field, and of a boolean (labels only).</param>
internal sealed record FieldSpec(
    string SchemaName,
    string Property,
    string Label,
    FieldType Type,
    string? Remark,
    string? Enum,
    bool IsFirstInJson,
    EquatableArray<OptionSpec> Options);
