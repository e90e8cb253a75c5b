using JourneyApps.Mirroring.Dialects;

namespace JourneyApps.Mirroring.Sqlite;

/// <summary>Why the file that only one worker can hold was not opened. .NET has one exception for most reasons; its code tells them
/// apart.</summary>
internal static class WorkerLockFaults
{
    private const int WouldBlockOnLinux = 11, WouldBlockOnMac = 35, DiskFullOnUnix = 28, ReadOnlyOnUnix = 30;

    private const int SharingOnWindows = unchecked((int)0x80070020), LockOnWindows = unchecked((int)0x80070021),
        ProtectedOnWindows = unchecked((int)0x80070013), DiskFullOnWindows = unchecked((int)0x80070070);

    /// <summary>Whether another worker holds it.</summary>
    public static bool IsLocked(IOException exception)
        => exception.HResult is WouldBlockOnLinux or WouldBlockOnMac or SharingOnWindows or LockOnWindows;

    public static DatabaseFault Classify(Exception exception) => exception switch
    {
        UnauthorizedAccessException or { HResult: ReadOnlyOnUnix or ProtectedOnWindows } => DatabaseFault.ReadOnly,
        { HResult: DiskFullOnUnix or DiskFullOnWindows } => DatabaseFault.DiskFull,
        _ => DatabaseFault.NoDatabase,
    };
}
