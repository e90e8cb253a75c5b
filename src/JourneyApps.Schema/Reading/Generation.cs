namespace JourneyApps.Schema.Reading;

/// <summary>The generations of the format.</summary>
internal enum Generation
{
    /// <summary>Version 2 and before.</summary>
    V2,

    /// <summary>Version 3.0.</summary>
    V30,

    /// <summary>Version 3.1 and later, 4 and 5 included.</summary>
    V31,
}
