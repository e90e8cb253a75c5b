namespace JourneyApps.Schema.Reading;

/// <summary>What the generations of the format call things, and the few rules in which they differ.</summary>
/// <param name="Generation">Which generation it is.</param>
/// <param name="Root">The root element.</param>
/// <param name="Model">The element of a model.</param>
/// <param name="Field">The element of a field.</param>
/// <param name="BelongsTo">The element of a belongs-to.</param>
/// <param name="HasMany">The element of a has-many.</param>
/// <param name="FieldsWord">What the message about the order of elements calls fields.</param>
internal sealed partial record Dialect(
    Generation Generation,
    string Root,
    string Model,
    string Field,
    string BelongsTo,
    string HasMany,
    string FieldsWord)
{
    public static Dialect V2 { get; } = new(Generation.V2, "schema", "object", "attribute", "belongs_to", "has_many", "attributes")
    {
        ModelAttributes = CommonModelAttributes,
        FieldAttributes =
        [
            new("name", Required: true, AttributeCheck.Name), new("type", Required: true, AttributeCheck.NotBlank),
            new("label", Required: true), new("media", Required: false, AttributeCheck.Media), new("spec", Required: false, AttributeCheck.Spec),
            new("minValue", Required: false, AttributeCheck.NotBlank), new("maxValue", Required: false, AttributeCheck.NotBlank),
        ],
        OptionAttributes = [],
        BelongsToAttributes = [new("type", Required: true, AttributeCheck.NotBlank), new("name", Required: false, AttributeCheck.Name)],
        HasManyAttributes =
        [
            new("name", Required: true, AttributeCheck.Name), new("type", Required: true, AttributeCheck.NotBlank),
            new("inverse_of", Required: false, AttributeCheck.NotBlank),
        ],
    };

    public static Dialect V30 { get; } = new(Generation.V30, "data-model", "object", "field", "belongs-to", "has-many", "fields")
    {
        ModelAttributes = CommonModelAttributes,
        FieldAttributes = CommonFieldAttributes,
        OptionAttributes = [new("value", Required: false, AttributeCheck.NotBlank)],
        BelongsToAttributes = [new("type", Required: true, AttributeCheck.NotBlank), new("name", Required: false, AttributeCheck.Name)],
        HasManyAttributes =
        [
            new("name", Required: true, AttributeCheck.Name), new("type", Required: true, AttributeCheck.NotBlank),
            new("inverse-of", Required: false, AttributeCheck.NotBlank),
        ],
    };

    /// <summary>Version 3.1 and everything after it.</summary>
    public static Dialect V31 { get; } = new(Generation.V31, "data-model", "model", "field", "belongs-to", "has-many", "fields")
    {
        ModelAttributes = CommonModelAttributes,
        FieldAttributes = CommonFieldAttributes,
        OptionAttributes = [new("key", Required: false, AttributeCheck.NotBlank)],
        BelongsToAttributes = [new("model", Required: true, AttributeCheck.NotBlank), new("name", Required: false, AttributeCheck.Name)],
        HasManyAttributes =
        [
            new("name", Required: true, AttributeCheck.Name), new("model", Required: true, AttributeCheck.NotBlank),
            new("inverse-of", Required: false, AttributeCheck.NotBlank),
        ],
    };

    /// <summary>The names of the field types, for messages.</summary>
    public string TypeWords => string.Join(
        ", ", FieldTypeInfo.All.Where(type => type.Type != FieldType.Unknown).Select(WordOf).Where(static word => word is not null));

    /// <summary>The field type of a name, without a subtype.</summary>
    public FieldType TypeOf(ReadOnlySpan<char> word)
    {
        FieldTypeInfo? found = Generation switch
        {
            Generation.V2 => FieldTypeInfo.FindVersion2(word),
            Generation.V30 => word is "decimal" ? FieldTypeInfo.Of(FieldType.Number) : FieldTypeInfo.Find(word),
            Generation.V31 => FieldTypeInfo.Find(word),
        };
        return found?.Type ?? FieldType.Unknown;
    }

    private string? WordOf(FieldTypeInfo type) => Generation == Generation.V2 ? type.Version2Word : type.Word;
}
