using System.Globalization;
using Microsoft.Data.Sqlite;

namespace JourneyApps.Emulator.Oplog;

/// <summary>The stored oplog.</summary>
internal static class OplogTable
{
    private const string LastTrimmedKey = "last_trimmed_sequence";
    private const string Columns = "sequence, operation, model, id, updated_at, json";

    public static void Append(DatabaseSession session, OplogEntry entry)
        => session.Execute(
            $"INSERT INTO log({Columns}) VALUES(?1, ?2, ?3, ?4, ?5, ?6)",
            entry.Sequence, (int)entry.Operation, entry.Model, entry.Row.Id, entry.Row.UpdatedAt, entry.Row.Json);

    /// <summary>The highest sequence so far, even if its entry was trimmed; 0 if there is none.</summary>
    public static long LastSequence(DatabaseSession session)
    {
        long stored = session.Scalar("SELECT max(sequence) FROM log") is long value ? value : 0;
        string? trimmed = SystemTables.Meta(session, LastTrimmedKey);
        return trimmed is null ? stored : Math.Max(stored, long.Parse(trimmed, CultureInfo.InvariantCulture));
    }

    /// <summary>Entries from a sequence on, in order.</summary>
    public static List<OplogEntry> Range(DatabaseSession session, long start, long end, long limit)
        => Read(session.Query(
            $"SELECT {Columns} FROM log WHERE sequence >= ?1 AND sequence < ?2 ORDER BY sequence LIMIT ?3", start, end, limit));

    /// <summary>The last entries, in order.</summary>
    public static List<OplogEntry> Tail(DatabaseSession session, long limit)
    {
        List<OplogEntry> entries = Read(session.Query($"SELECT {Columns} FROM log ORDER BY sequence DESC LIMIT ?1", limit));
        entries.Reverse();
        return entries;
    }

    /// <summary>The last entry of each object whose values contain a text, in order.</summary>
    public static List<OplogEntry> LastWith(DatabaseSession session, string text)
        => Read(session.Query(
            $"""
            SELECT {Columns} FROM log AS entry
            WHERE instr(json, ?1) > 0 AND NOT EXISTS (
                SELECT 1 FROM log AS later
                WHERE later.sequence > entry.sequence AND later.model = entry.model AND later.id = entry.id)
            ORDER BY sequence
            """,
            text));

    /// <summary>Removes all but the last entries and keeps the highest sequence.</summary>
    public static void Trim(DatabaseSession session, int keep)
    {
        long last = LastSequence(session);
        int removed = session.Execute(
            "DELETE FROM log WHERE sequence <= (SELECT sequence FROM log ORDER BY sequence DESC LIMIT 1 OFFSET ?1)", keep);
        if (removed > 0) SystemTables.SetMeta(session, LastTrimmedKey, last.ToString(CultureInfo.InvariantCulture));
    }

    private static List<OplogEntry> Read(SqliteDataReader reader)
    {
        using (reader)
        {
            List<OplogEntry> entries = [];
            while (reader.Read())
            {
                StoredRow row = new(reader.GetString(3), reader.GetInt64(4), reader.GetString(5));
                entries.Add(new(reader.GetInt64(0), (OplogOperation)reader.GetInt32(1), reader.GetString(2), row));
            }

            return entries;
        }
    }
}
