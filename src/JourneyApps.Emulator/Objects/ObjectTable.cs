using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace JourneyApps.Emulator.Objects;

/// <summary>The objects of a model, one table each.</summary>
internal static class ObjectTable
{
    public static string NameOf(ServedModel model) => $"objects_{model.Table}";

    /// <summary>Creates the table and its indexes: by id, by time, those of the schema, and by link for has-many lookups.</summary>
    public static void Create(DatabaseSession session, ServedModel model)
    {
        string table = NameOf(model);
        session.Execute($"""
            CREATE TABLE IF NOT EXISTS {table}(
                row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, updated_at INTEGER NOT NULL, json TEXT NOT NULL)
            """);
        session.Execute($"CREATE INDEX IF NOT EXISTS {table}_updated_at ON {table}(updated_at)");
        foreach (string columns in Indexes(model))
        {
            // Named by its columns, so that a changed schema gets a new index.
            string hash = Hex.Lower(SHA256.HashData(Encoding.UTF8.GetBytes(columns)))[..16];
            session.Execute($"CREATE INDEX IF NOT EXISTS {table}_{hash} ON {table}({columns})");
        }
    }

    public static StoredRow? Find(DatabaseSession session, ServedModel model, string id)
    {
        using SqliteDataReader reader = session.Query($"SELECT updated_at, json FROM {NameOf(model)} WHERE id = ?1", id);
        return reader.Read() ? new StoredRow(id, reader.GetInt64(0), reader.GetString(1)) : null;
    }

    public static bool Exists(DatabaseSession session, ServedModel model, string id)
        => session.Scalar($"SELECT 1 FROM {NameOf(model)} WHERE id = ?1", id) is not null;

    public static void Insert(DatabaseSession session, ServedModel model, StoredRow row)
        => session.Execute($"INSERT INTO {NameOf(model)}(id, updated_at, json) VALUES(?1, ?2, ?3)", row.Id, row.UpdatedAt, row.Json);

    public static void Update(DatabaseSession session, ServedModel model, StoredRow row)
        => session.Execute($"UPDATE {NameOf(model)} SET updated_at = ?2, json = ?3 WHERE id = ?1", row.Id, row.UpdatedAt, row.Json);

    public static void Delete(DatabaseSession session, ServedModel model, string id)
        => session.Execute($"DELETE FROM {NameOf(model)} WHERE id = ?1", id);

    public static long Count(DatabaseSession session, ServedModel model) => (long)session.Scalar($"SELECT count(*) FROM {NameOf(model)}")!;

    private static HashSet<string> Indexes(ServedModel model)
    {
        HashSet<string> indexes = new(StringComparer.Ordinal);
        foreach (ModelIndex index in model.Declared.Indexes)
        {
            Member?[] members = [.. index.Keys.Select(key => model.Find(key.Name))];
            if (members.Length == 0 || members.Contains(null)) continue;
            indexes.Add(string.Join(", ", members.Zip(index.Keys, (member, key) => member!.Column + (key.Descending ? " DESC" : ""))));
        }

        indexes.UnionWith(model.Members.Where(member => member.Link is not null).Select(member => member.Column));
        return indexes;
    }
}
