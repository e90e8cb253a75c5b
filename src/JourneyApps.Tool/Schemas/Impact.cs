namespace JourneyApps.Tool.Schemas;

/// <summary>What a difference means for code that was generated from the first data model.</summary>
internal enum Impact
{
    /// <summary>Texts, indexes and the like: the code goes on as before.</summary>
    None,

    /// <summary>Something new that the code does not know; what it knows goes on working.</summary>
    Additive,

    /// <summary>Something that the code reads or writes is gone or of another type.</summary>
    Breaking,
}
