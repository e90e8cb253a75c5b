using Microsoft.Data.Sqlite;

namespace JourneyApps.Emulator.Users;

/// <summary>The state of app users, apart from their objects, and their sessions.</summary>
internal static class UserTable
{
    /// <summary>The user with an id; an unknown one is neither locked nor enrolled.</summary>
    public static (bool Locked, bool Enrolled, long? LastConnectedAt) Find(DatabaseSession session, string id)
    {
        using SqliteDataReader reader = session.Query("SELECT locked, enrolled, last_connected_at FROM users WHERE id = ?1", id);
        return reader.Read()
            ? (reader.GetInt64(0) != 0, reader.GetInt64(1) != 0, reader.IsDBNull(2) ? null : reader.GetInt64(2))
            : (false, false, null);
    }

    public static List<AppUserSession> Sessions(DatabaseSession session, string userId)
    {
        using SqliteDataReader reader = session.Query(
            "SELECT id, state, created_at, signed_out_at, label FROM sessions WHERE user_id = ?1 ORDER BY created_at, id", userId);
        List<AppUserSession> sessions = [];
        while (reader.Read())
        {
            long? signedOutAt = reader.IsDBNull(3) ? null : reader.GetInt64(3);
            sessions.Add(new(reader.GetString(0), userId, reader.GetString(1), reader.GetInt64(2), signedOutAt, reader.GetString(4)));
        }

        return sessions;
    }

    public static void Enrol(DatabaseSession session, AppUserSession device)
    {
        session.Execute(
            """
            INSERT INTO users(id, locked, enrolled, last_connected_at) VALUES(?1, 0, 1, ?2)
            ON CONFLICT(id) DO UPDATE SET enrolled = 1, last_connected_at = ?2
            """,
            device.UserId, device.CreatedAt);
        session.Execute(
            "INSERT INTO sessions(id, user_id, state, created_at, label) VALUES(?1, ?2, ?3, ?4, ?5)",
            device.Id, device.UserId, device.State, device.CreatedAt, device.Label);
    }

    public static void SetLocked(DatabaseSession session, string id, bool locked)
    {
        session.Execute(
            "INSERT INTO users(id, locked, enrolled) VALUES(?1, ?2, 0) ON CONFLICT(id) DO UPDATE SET locked = ?2", id, locked ? 1 : 0);
        (string from, string to) = locked
            ? (AppUserSession.Enrolled, AppUserSession.Locked)
            : (AppUserSession.Locked, AppUserSession.Enrolled);
        session.Execute("UPDATE sessions SET state = ?3 WHERE user_id = ?1 AND state = ?2", id, from, to);
    }

    public static void Wipe(DatabaseSession session, string sessionId)
        => session.Execute("UPDATE sessions SET state = 'RESET' WHERE id = ?1", sessionId);

    public static void SignOut(DatabaseSession session, string sessionId, long now)
        => session.Execute("UPDATE sessions SET signed_out_at = ?2 WHERE id = ?1", sessionId, now);

    /// <summary>Locks a user and wipes the devices, as deleting the user's object does (delete-an-object page).</summary>
    public static void LockAndWipe(DatabaseSession session, string id)
    {
        SetLocked(session, id, true);
        session.Execute("UPDATE sessions SET state = 'RESET' WHERE user_id = ?1", id);
    }
}
