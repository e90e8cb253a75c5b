namespace JourneyApps.Emulator.Storage;

/// <summary>The tables of the emulator itself.</summary>
internal static class SystemTables
{
    private const string Statements = """
        CREATE TABLE IF NOT EXISTS meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS models(number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
        CREATE TABLE IF NOT EXISTS log(
            sequence INTEGER PRIMARY KEY, operation INTEGER NOT NULL, model TEXT NOT NULL, id TEXT NOT NULL, updated_at INTEGER NOT NULL,
            json TEXT NOT NULL);
        CREATE TABLE IF NOT EXISTS attachments(
            id TEXT PRIMARY KEY, file_name TEXT NOT NULL, media_type TEXT NOT NULL, size INTEGER NOT NULL, sha TEXT NOT NULL,
            state TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS attachment_chunks(
            attachment TEXT NOT NULL, number INTEGER NOT NULL, data BLOB NOT NULL, PRIMARY KEY(attachment, number));
        CREATE TABLE IF NOT EXISTS users(
            id TEXT PRIMARY KEY, locked INTEGER NOT NULL, enrolled INTEGER NOT NULL, last_connected_at INTEGER) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS sessions(
            id TEXT PRIMARY KEY, user_id TEXT NOT NULL, state TEXT NOT NULL, created_at INTEGER NOT NULL, signed_out_at INTEGER,
            label TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS webhooks_fired(
            webhook TEXT NOT NULL, model TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY(webhook, model, id)) WITHOUT ROWID;
        """;

    public static void Create(DatabaseSession session) => session.Execute(Statements);

    /// <summary>A stored setting, or <see langword="null"/>.</summary>
    public static string? Meta(DatabaseSession session, string key)
        => (string?)session.Scalar("SELECT value FROM meta WHERE key = ?1", key);

    public static void SetMeta(DatabaseSession session, string key, string value)
        => session.Execute("INSERT INTO meta(key, value) VALUES(?1, ?2) ON CONFLICT(key) DO UPDATE SET value = ?2", key, value);

    /// <summary>The number of a model's table. Names of tables would ignore case, names of models do not.</summary>
    public static int ModelNumber(DatabaseSession session, string name)
    {
        session.Execute("INSERT INTO models(name) VALUES(?1) ON CONFLICT(name) DO NOTHING", name);
        return (int)(long)session.Scalar("SELECT number FROM models WHERE name = ?1", name)!;
    }
}
