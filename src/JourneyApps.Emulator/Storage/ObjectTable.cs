using JourneyApps.Emulator.Models;
using Microsoft.Data.Sqlite;

namespace JourneyApps.Emulator.Storage;

/// <summary>The objects of a model, one table each.</summary>
internal static class ObjectTable
{
    public static string NameOf(ServedModel model) => $"objects_{model.Table}";

    /// <summary>Makes the table and what finds objects quickly: by id, by time of change and by the schema's own indexes.</summary>
    public static void Create(DatabaseSession session, ServedModel model)
    {
        string table = NameOf(model);
        session.Execute($"CREATE TABLE IF NOT EXISTS {table}(row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, updated_at INTEGER NOT NULL, json TEXT NOT NULL)");
        session.Execute($"CREATE INDEX IF NOT EXISTS {table}_updated_at ON {table}(updated_at)");
        foreach ((string name, string columns) in ObjectIndexes.Of(model))
        {
            session.Execute($"CREATE INDEX IF NOT EXISTS {name} ON {table}({columns})");
        }
    }

    public static StoredRow? Find(DatabaseSession session, ServedModel model, string id)
    {
        using SqliteDataReader reader = session.Query($"SELECT updated_at, json FROM {NameOf(model)} WHERE id = ?1", id);
        return reader.Read() ? new StoredRow(id, reader.GetInt64(0), reader.GetString(1)) : null;
    }

    public static bool Exists(DatabaseSession session, ServedModel model, string id) =>
        session.Scalar($"SELECT 1 FROM {NameOf(model)} WHERE id = ?1", id) is not null;

    public static void Insert(DatabaseSession session, ServedModel model, StoredRow row) =>
        session.Execute($"INSERT INTO {NameOf(model)}(id, updated_at, json) VALUES(?1, ?2, ?3)", row.Id, row.UpdatedAt, row.Json);

    public static void Update(DatabaseSession session, ServedModel model, StoredRow row) =>
        session.Execute($"UPDATE {NameOf(model)} SET updated_at = ?2, json = ?3 WHERE id = ?1", row.Id, row.UpdatedAt, row.Json);

    public static void Delete(DatabaseSession session, ServedModel model, string id) =>
        session.Execute($"DELETE FROM {NameOf(model)} WHERE id = ?1", id);

    public static long Count(DatabaseSession session, ServedModel model) =>
        (long)session.Scalar($"SELECT count(*) FROM {NameOf(model)}")!;
}
