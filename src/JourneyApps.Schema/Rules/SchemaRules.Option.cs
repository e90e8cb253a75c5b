namespace JourneyApps.Schema;

/// <content>Rules about options of choice and boolean fields.</content>
public static partial class SchemaRules
{
    /// <summary>JA1301: an option key is used twice. Argument: the key.</summary>
    public static SchemaRule OptionKeyRepeated { get; } = Error(
        "JA1301",
        "An option key is used twice",
        "The key '{0}' is already used in this field: give every option its own");

    /// <summary>JA1302: a boolean option without a boolean key.</summary>
    public static SchemaRule BooleanKeyInvalid { get; } = Error(
        "JA1302",
        "A boolean option without a boolean key",
        "The options of a boolean need key=\"true\" and key=\"false\"");

    /// <summary>JA1303: a boolean without exactly two options.</summary>
    public static SchemaRule BooleanOptionCount { get; } = Error(
        "JA1303",
        "A boolean without exactly two options",
        "A boolean has exactly two options, true and false, or none at all");

    private static SchemaRule[] OptionRules =>
    [
        OptionKeyRepeated, BooleanKeyInvalid, BooleanOptionCount,
    ];
}
