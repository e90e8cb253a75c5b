using JourneyApps.Emulator.Storage;

namespace JourneyApps.Emulator.Users;

/// <summary>What is known of app users beside their objects.</summary>
internal static class UserTable
{
    /// <summary>What deleting a user's object does: it locks the user and wipes the devices (delete-an-object page).</summary>
    public static void LockAndWipe(DatabaseSession session, string id)
    {
        session.Execute("INSERT INTO users(id, locked, enrolled) VALUES(?1, 1, 0) ON CONFLICT(id) DO UPDATE SET locked = 1", id);
        session.Execute("UPDATE sessions SET state = 'RESET' WHERE user_id = ?1", id);
    }
}
