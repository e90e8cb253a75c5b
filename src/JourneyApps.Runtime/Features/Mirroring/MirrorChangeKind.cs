namespace JourneyApps.Mirroring;

/// <summary>What a change means for the copy.</summary>
public enum MirrorChangeKind
{
    /// <summary>Insert the object or overwrite it, and note the page's generation with it.</summary>
    Upsert,

    /// <summary>Remove the object if it is there.</summary>
    Delete,

    /// <summary>The object exists and holds a value that this code cannot read. Keep what the copy has of it and note the page's
    /// generation, or else it is taken for deleted when the snapshot is complete.</summary>
    Unreadable,
}
