namespace JourneyApps.Schema;

/// <summary>How two data models differ in a part.</summary>
public enum DataModelChangeKind
{
    /// <summary>Only the second data model has the part.</summary>
    Added,

    /// <summary>Only the first data model has the part.</summary>
    Removed,

    /// <summary>Both have the part, with different values.</summary>
    Changed,
}
