using System.Data.Common;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using JourneyApps.Mirroring.Dialects;
using JourneyApps.Schema;
using Microsoft.Data.Sqlite;

namespace JourneyApps.Mirroring.Sqlite;

/// <summary>The SQL of SQLite. Days are texts such as <c>2026-12-31</c>, moments texts such as <c>2026-12-31T23:59:59Z</c> in UTC, booleans
/// 0 and 1, and lists JSON arrays.</summary>
public sealed class SqliteDialect : SqlDialect
{
    private const string FineTimeFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    private SqliteDialect()
    {
    }

    /// <summary>The dialect.</summary>
    public static SqliteDialect Instance { get; } = new();

    /// <inheritdoc/>
    public override string Name => "sqlite";

    /// <inheritdoc/>
    public override int MaxColumns => 2000;

    /// <inheritdoc/>
    public override string Now => "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')";

    /// <inheritdoc/>
    public override IReadOnlyList<SqlStatement> CreateSchema => [];

    /// <inheritdoc/>
    public override string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <inheritdoc/>
    public override string Qualify(string table) => Quote(table);

    /// <inheritdoc/>
    public override string NowPlus(string seconds) => $"strftime('%Y-%m-%dT%H:%M:%fZ', 'now', ({seconds}) || ' seconds')";

    /// <inheritdoc/>
    public override string ColumnType(SqlColumn column) => column.Kind switch
    {
        CopyColumnKind.Id or CopyColumnKind.Key or CopyColumnKind.Text or CopyColumnKind.Date or CopyColumnKind.DateTime
            or CopyColumnKind.KeyArray or CopyColumnKind.BigIntegerArray or CopyColumnKind.Json => "TEXT",
        CopyColumnKind.Integer or CopyColumnKind.BigInteger or CopyColumnKind.Boolean => "INTEGER",
        CopyColumnKind.Number => "REAL",
    };

    /// <inheritdoc/>
    public override SqlStatement CreateTable(SqlTable table)
    {
        IEnumerable<string> columns = table.Columns.Select(column => Definition(column, table.IsKey(column.Name)));
        string key = string.Join(", ", table.Key.Select(Quote));
        return new SqlStatement($"CREATE TABLE {Quote(table.Name)} (\n  {string.Join(",\n  ", columns)},\n  PRIMARY KEY ({key})\n)");
    }

    /// <inheritdoc/>
    public override SqlStatement AddColumn(string table, SqlColumn column)
        => new($"ALTER TABLE {Quote(table)} ADD COLUMN {Quote(column.Name)} {ColumnType(column)}");

    /// <inheritdoc/>
    public override SqlStatement RenameColumn(string table, string oldName, string newName)
        => new($"ALTER TABLE {Quote(table)} RENAME COLUMN {Quote(oldName)} TO {Quote(newName)}");

    /// <inheritdoc/>
    public override SqlStatement DropColumn(string table, string column) => new($"ALTER TABLE {Quote(table)} DROP COLUMN {Quote(column)}");

    /// <inheritdoc/>
    public override SqlStatement DropTable(string table) => new($"DROP TABLE {Quote(table)}");

    /// <inheritdoc/>
    public override SqlStatement CreateIndex(string name, string table, string column, bool isFilled)
        => new($"CREATE INDEX IF NOT EXISTS {Quote(name)} ON {Quote(table)} ({Quote(column)})");

    /// <inheritdoc/>
    public override SqlStatement DropIndex(string name, string table) => new($"DROP INDEX IF EXISTS {Quote(name)}");

    /// <inheritdoc/>
    public override IReadOnlyList<SqlStatement> ReplaceView(string name, string query)
        => [DropView(name), new($"CREATE VIEW {Quote(name)} AS\n{query}")];

    /// <inheritdoc/>
    public override SqlStatement DropView(string name) => new($"DROP VIEW IF EXISTS {Quote(name)}");

    /// <inheritdoc/>
    public override string LabelOf(SqlColumn column, string model, string field)
    {
        string option = $"o.model = {Literal(model)} AND o.field = {Literal(field)} AND o.key = ";
        string value = $"t.{Quote(column.Name)}";
        if (column.Kind is CopyColumnKind.KeyArray or CopyColumnKind.BigIntegerArray)
        {
            return $"(SELECT group_concat(coalesce(o.label, CAST(j.value AS TEXT)), ', ') FROM json_each({value}) j "
                + $"LEFT JOIN {Quote("_journeyapps_option")} o ON {option}CAST(j.value AS TEXT))";
        }

        string key = column.Kind == CopyColumnKind.Boolean
            ? $"CASE {value} WHEN 1 THEN 'true' WHEN 0 THEN 'false' END"
            : $"CAST({value} AS TEXT)";
        return $"coalesce((SELECT o.label FROM {Quote("_journeyapps_option")} o WHERE {option}{key}), {key})";
    }

    /// <inheritdoc/>
    public override string IsOneOf(string column, string parameter) => $"{column} IN (SELECT value FROM json_each({parameter}))";

    /// <inheritdoc/>
    public override void BindIds(DbCommand command, string parameter, IReadOnlyCollection<string> ids)
        => Add(command, parameter, SqliteType.Text, Json(writer =>
        {
            foreach (string id in ids) writer.WriteStringValue(id);
        }));

    /// <inheritdoc/>
    public override void Bind(DbCommand command, string parameter, CopyColumnKind kind, object? value)
        => Add(command, parameter, TypeOf(kind), ToStored(value));

    /// <inheritdoc/>
    public override object? Read(DbDataReader reader, int ordinal, CopyColumnKind kind)
    {
        if (reader.IsDBNull(ordinal)) return null;
        return kind switch
        {
            CopyColumnKind.Id or CopyColumnKind.Key or CopyColumnKind.Text or CopyColumnKind.Json => reader.GetString(ordinal),
            CopyColumnKind.Integer or CopyColumnKind.BigInteger => reader.GetInt64(ordinal),
            CopyColumnKind.Boolean => reader.GetInt64(ordinal) != 0,
            CopyColumnKind.Number => reader.GetDouble(ordinal),
            CopyColumnKind.Date => DateOnly.ParseExact(reader.GetString(ordinal), "yyyy-MM-dd", CultureInfo.InvariantCulture),
            CopyColumnKind.DateTime => DateTimeOffset.Parse(
                reader.GetString(ordinal), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
            CopyColumnKind.KeyArray => Items(reader.GetString(ordinal), static item => item.GetString()!),
            CopyColumnKind.BigIntegerArray => Items(reader.GetString(ordinal), static item => item.GetInt64()),
        };
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> RightsFor(string user) => [];

    internal static SqliteType TypeOf(CopyColumnKind kind) => kind switch
    {
        CopyColumnKind.Integer or CopyColumnKind.BigInteger or CopyColumnKind.Boolean => SqliteType.Integer,
        CopyColumnKind.Number => SqliteType.Real,
        CopyColumnKind.Id or CopyColumnKind.Key or CopyColumnKind.Text or CopyColumnKind.Date or CopyColumnKind.DateTime
            or CopyColumnKind.KeyArray or CopyColumnKind.BigIntegerArray or CopyColumnKind.Json => SqliteType.Text,
    };

    /// <summary>A value as the file has it.</summary>
    internal static object ToStored(object? value) => value switch
    {
        null => DBNull.Value,
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        DateTimeOffset at when at.UtcTicks % TimeSpan.TicksPerSecond == 0 => Seconds(at.UtcDateTime),
        DateTimeOffset at => at.UtcDateTime.ToString(FineTimeFormat, CultureInfo.InvariantCulture),
        bool flag => flag ? 1L : 0L,
        string[] keys => Json(writer =>
        {
            foreach (string key in keys) writer.WriteStringValue(key);
        }),
        long[] keys => Json(writer =>
        {
            foreach (long key in keys) writer.WriteNumberValue(key);
        }),
        _ => value,
    };

    // The platform's times are of whole seconds. The standard format is several times faster than a custom one.
    private static string Seconds(DateTime at) => string.Create(20, at, static (text, time) =>
    {
        time.TryFormat(text, out int length, "s", CultureInfo.InvariantCulture);
        text[length] = 'Z';
    });

    private static void Add(DbCommand command, string parameter, SqliteType type, object value)
        => ((SqliteCommand)command).Parameters.Add(parameter, type).Value = value;

    private static string Json(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = Encoder }))
        {
            writer.WriteStartArray();
            write(writer);
            writer.WriteEndArray();
        }

        return System.Text.Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static T[] Items<T>(string json, Func<JsonElement, T> read)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateArray().Select(read)];
    }

    private static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private string Definition(SqlColumn column, bool isKey)
        => $"{Quote(column.Name)} {ColumnType(column)}{(isKey || column.IsRequired ? " NOT NULL" : "")}";
}
