namespace JourneyApps.Mirroring;

/// <summary>How a row differs from its object.</summary>
public enum MirrorDifferenceKind
{
    /// <summary>The object has no row.</summary>
    MissingRow,

    /// <summary>The row has no object.</summary>
    SurplusRow,

    /// <summary>A value differs.</summary>
    Value,
}
