namespace JourneyApps.Tool.Schemas;

/// <summary>How two data models differ at a place.</summary>
internal enum DifferenceKind
{
    /// <summary>Only the second one has it.</summary>
    Added,

    /// <summary>Only the first one has it.</summary>
    Removed,

    /// <summary>Both have it, differently.</summary>
    Changed,
}
