using JourneyApps.Mirroring.Dialects;

namespace JourneyApps.Mirroring;

/// <summary>A mirror cannot use its database. The message says what to do; it never contains a password.</summary>
public sealed class DatabaseMirrorException : Exception
{
    /// <summary>Creates an exception.</summary>
    public DatabaseMirrorException()
    {
    }

    /// <summary>Creates an exception.</summary>
    /// <param name="message">What happened, and what to do.</param>
    public DatabaseMirrorException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception.</summary>
    /// <param name="message">What happened, and what to do.</param>
    /// <param name="innerException">The exception of the database.</param>
    public DatabaseMirrorException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>What the database's exception means.</summary>
    public DatabaseFault Fault { get; init; }

    /// <summary>Statements that an administrator can run to remove the cause; usually empty.</summary>
    public IReadOnlyList<string> Statements { get; init; } = [];
}
