using System.ComponentModel;

namespace JourneyApps;

// Members that people try and that the API does not have. The compiler says what to write instead, and IntelliSense does not offer them.
// Each returns what makes the rest of the expression compile, so that this is the only error.
[SuppressMessage("Performance", "CA1822", Justification = "Refused members look like members of an instance.")]
[SuppressMessage("Design", "CA1065", Justification = "Refused members never run.")]
[SuppressMessage("Naming", "CA1720", Justification = "The names are those that people try.")]
public readonly partial struct SortKey
{
    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("UpdatedAt can be sorted by, not compared. Use ChangedSince(time).", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Filter operator ==(SortKey key, DateTimeOffset? time) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("UpdatedAt can be sorted by, not compared. Use ChangedSince(time).", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Filter operator !=(SortKey key, DateTimeOffset? time) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("UpdatedAt can be sorted by, not compared. Use ChangedSince(time).", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Filter operator <(SortKey key, DateTimeOffset? time) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("UpdatedAt can be sorted by, not compared. Use ChangedSince(time).", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Filter operator >(SortKey key, DateTimeOffset? time) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("UpdatedAt can be sorted by, not compared. Use ChangedSince(time).", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Filter operator <=(SortKey key, DateTimeOffset? time) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("UpdatedAt can be sorted by, not compared. Use ChangedSince(time).", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Filter operator >=(SortKey key, DateTimeOffset? time) => throw new NotSupportedException();
}
