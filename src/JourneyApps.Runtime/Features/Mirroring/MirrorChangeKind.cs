namespace JourneyApps.Mirroring;

/// <summary>The effect of a change on the copy.</summary>
public enum MirrorChangeKind
{
    /// <summary>Insert or overwrite the object.</summary>
    Upsert,

    /// <summary>Remove the object if the copy contains it.</summary>
    Delete,

    /// <summary>The object exists but has a value that this code cannot read. Keep the existing row.</summary>
    Unreadable,
}
