namespace JourneyApps.Schema.Json;

/// <summary>The kinds of JSON values.</summary>
internal enum JsonKind
{
    /// <summary>null.</summary>
    Null,

    /// <summary>true or false, as in the text.</summary>
    Boolean,

    /// <summary>A number, as written.</summary>
    Number,

    /// <summary>A string, without quotes and escapes.</summary>
    String,

    /// <summary>An array.</summary>
    Array,

    /// <summary>An object.</summary>
    Object,
}
