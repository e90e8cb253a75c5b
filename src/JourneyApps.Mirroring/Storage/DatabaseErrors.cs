using JourneyApps.Mirroring.Dialects;

namespace JourneyApps.Mirroring.Storage;

/// <summary>Says what an exception of a database means for the person who runs the mirror.</summary>
internal static class DatabaseErrors
{
    /// <summary>Whether the same can succeed later.</summary>
    public static bool IsTemporary(MirrorDatabase database, Exception exception)
        => FaultOf(database, exception) is DatabaseFault.Transient or DatabaseFault.LockTimeout;

    /// <summary>What an exception means.</summary>
    public static DatabaseFault FaultOf(MirrorDatabase database, Exception exception)
        => exception is DatabaseMirrorException known ? known.Fault : database.Classify(exception);

    /// <summary>The statements that give the rights of which an exception says that they are missing; empty for other exceptions.</summary>
    public static IReadOnlyList<string> RightsFor(MirrorDatabase database, Exception exception)
        => FaultOf(database, exception) == DatabaseFault.NoRights ? database.Dialect.RightsFor(database.UserName ?? "user") : [];

    /// <summary>The exception for a program. A <see cref="DatabaseMirrorException"/> stays as it is.</summary>
    public static DatabaseMirrorException Of(MirrorDatabase database, Exception exception, IReadOnlyList<string>? statements = null)
    {
        if (exception is DatabaseMirrorException known) return known;
        DatabaseFault fault = database.Classify(exception);
        string place = database.Place;
        string what = fault switch
        {
            DatabaseFault.Transient => $"{place} cannot be reached.",
            DatabaseFault.LockTimeout => $"A lock in {place} was not granted in time: another program holds it.",
            DatabaseFault.RefusedValue => $"{place} refused a value.",
            DatabaseFault.NoRights => $"The user has no right to do this in {place}. "
                + "Let an administrator run the statements, or give the rights.",
            DatabaseFault.DiskFull => $"The disk of {place} is full. Nothing of the last step was stored. "
                + "Free some space and run the mirror again; it resumes.",
            DatabaseFault.ReadOnly => $"{place} can only be read. Use a file and a folder that this account can write to.",
            DatabaseFault.NoDatabase => $"{place} does not exist or cannot be opened.",
            DatabaseFault.AlreadyExists => $"{place} already has something of this name that the mirror did not create.",
            DatabaseFault.InUse => $"Something that the mirror did not create, such as a view, depends on it in {place}.",
            DatabaseFault.Other => $"{place} reported an error.",
        };
        string end = exception.Message.EndsWith('.') ? "" : ".";
        return new DatabaseMirrorException($"{what} The database says: {exception.Message}{end}", exception)
        {
            Fault = fault,
            Statements = statements ?? [],
        };
    }
}
