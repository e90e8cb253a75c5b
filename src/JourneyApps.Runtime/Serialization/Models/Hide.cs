using System.ComponentModel;

namespace JourneyApps.CompilerServices;

/// <summary>A short name for what keeps plumbing out of completion lists.</summary>
[EditorBrowsable(Never)]
public static class Hide
{
    /// <summary>Never shown by editors.</summary>
    public const EditorBrowsableState Never = EditorBrowsableState.Never;
}
