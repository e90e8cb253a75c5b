namespace JourneyApps.Emulator.Fields;

/// <summary>What a value in a comparison is.</summary>
internal enum QueryValueKind
{
    /// <summary>No value; absent and null are the same.</summary>
    Null,

    /// <summary>Text, keys of text choices, and ids.</summary>
    Text,

    /// <summary>A number, or the key of an integer choice.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A calendar day.</summary>
    Day,

    /// <summary>A moment in whole seconds.</summary>
    Moment,

    /// <summary>Several values.</summary>
    List,

    /// <summary>A value without an order, such as a location.</summary>
    Other,
}
