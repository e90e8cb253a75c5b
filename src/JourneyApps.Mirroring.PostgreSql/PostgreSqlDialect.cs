using System.Data.Common;
using JourneyApps.Mirroring.Dialects;
using JourneyApps.Schema;
using Npgsql;
using NpgsqlTypes;

namespace JourneyApps.Mirroring.PostgreSql;

/// <summary>The SQL of PostgreSQL. Everything is in the SQL schema <c>journeyapps</c>. Multiple choices are arrays, other structures
/// <c>jsonb</c>, moments <c>timestamptz</c>; ids and keys are compared byte by byte.</summary>
public sealed class PostgreSqlDialect : SqlDialect
{
    /// <summary>The SQL schema of the copy.</summary>
    internal const string SchemaName = "journeyapps";

    private PostgreSqlDialect()
    {
    }

    /// <summary>The dialect.</summary>
    public static PostgreSqlDialect Instance { get; } = new();

    /// <inheritdoc/>
    public override string Name => "postgresql";

    /// <inheritdoc/>
    public override int MaxColumns => 1600;

    /// <inheritdoc/>
    public override string Now => "clock_timestamp()";

    // CREATE SCHEMA IF NOT EXISTS needs the right to create schemas even where there is nothing to create.
    /// <inheritdoc/>
    public override IReadOnlyList<SqlStatement> CreateSchema { get; } =
    [
        new($"DO $$ BEGIN IF to_regnamespace('{SchemaName}') IS NULL THEN CREATE SCHEMA {SchemaName}; END IF; END $$"),
    ];

    /// <inheritdoc/>
    public override string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <inheritdoc/>
    public override string Qualify(string table) => $"{SchemaName}.{Quote(table)}";

    /// <inheritdoc/>
    public override string NowPlus(string seconds) => $"clock_timestamp() + make_interval(secs => {seconds})";

    /// <inheritdoc/>
    public override string ColumnType(SqlColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return column.Kind switch
        {
            CopyColumnKind.Id or CopyColumnKind.Key => "text COLLATE \"C\"",
            CopyColumnKind.KeyArray => "text[] COLLATE \"C\"",
            CopyColumnKind.Text or CopyColumnKind.Integer or CopyColumnKind.BigInteger or CopyColumnKind.Number or CopyColumnKind.Boolean
                or CopyColumnKind.Date or CopyColumnKind.DateTime or CopyColumnKind.BigIntegerArray or CopyColumnKind.Json
                => TypeName(column.Kind),
        };
    }

    /// <inheritdoc/>
    public override SqlStatement CreateTable(SqlTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        IEnumerable<string> columns = table.Columns.Select(column => Definition(column, table.IsKey(column.Name)));
        string key = string.Join(", ", table.Key.Select(Quote));
        return new($"CREATE TABLE {Qualify(table.Name)} (\n  {string.Join(",\n  ", columns)},\n  PRIMARY KEY ({key})\n)");
    }

    /// <inheritdoc/>
    public override SqlStatement AddColumn(string table, SqlColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return new($"ALTER TABLE {Qualify(table)} ADD COLUMN {Quote(column.Name)} {ColumnType(column)}");
    }

    /// <inheritdoc/>
    public override SqlStatement RenameColumn(string table, string oldName, string newName)
        => new($"ALTER TABLE {Qualify(table)} RENAME COLUMN {Quote(oldName)} TO {Quote(newName)}");

    /// <inheritdoc/>
    public override SqlStatement DropColumn(string table, string column)
        => new($"ALTER TABLE {Qualify(table)} DROP COLUMN {Quote(column)}");

    /// <inheritdoc/>
    public override SqlStatement DropTable(string table) => new($"DROP TABLE {Qualify(table)}");

    /// <inheritdoc/>
    public override SqlStatement CreateIndex(string name, string table, string column, bool isFilled)
        => new($"CREATE INDEX {(isFilled ? "CONCURRENTLY " : "")}IF NOT EXISTS {Quote(name)} ON {Qualify(table)} ({Quote(column)})")
        {
            RunsAlone = isFilled,
        };

    /// <inheritdoc/>
    public override SqlStatement DropIndex(string name, string table) => new($"DROP INDEX IF EXISTS {Qualify(name)}");

    // The views that use this one, and the rights to it, stay. The columns that it has must stay in place.
    /// <inheritdoc/>
    public override IReadOnlyList<SqlStatement> ReplaceView(string name, string query)
        => [new($"CREATE OR REPLACE VIEW {Qualify(name)} AS\n{query}")];

    /// <inheritdoc/>
    public override SqlStatement DropView(string name) => new($"DROP VIEW IF EXISTS {Qualify(name)}");

    /// <inheritdoc/>
    public override string LabelOf(SqlColumn column, string model, string field)
    {
        ArgumentNullException.ThrowIfNull(column);
        string options = Qualify("_journeyapps_option");
        string option = $"o.model = {Literal(model)} AND o.field = {Literal(field)} AND o.key = ";
        string value = $"t.{Quote(column.Name)}";
        // The collation of a view's column cannot change, and a null in its place has the default one.
        return column.Kind is CopyColumnKind.KeyArray or CopyColumnKind.BigIntegerArray
            ? $"(SELECT string_agg(coalesce(o.label, k.key) COLLATE \"default\", ', ' ORDER BY k.place) "
                + $"FROM unnest({value}::text[]) WITH ORDINALITY k (key, place) LEFT JOIN {options} o ON {option}k.key)"
            : $"coalesce((SELECT o.label FROM {options} o WHERE {option}{value}::text), {value}::text) COLLATE \"default\"";
    }

    /// <inheritdoc/>
    public override string IsOneOf(string column, string parameter) => $"{column} = ANY ({parameter})";

    /// <inheritdoc/>
    public override void BindIds(DbCommand command, string parameter, IReadOnlyCollection<string> ids)
        => Add(command, parameter, NpgsqlDbType.Array | NpgsqlDbType.Text, ids.ToArray());

    /// <inheritdoc/>
    public override void Bind(DbCommand command, string parameter, CopyColumnKind kind, object? value)
        => Add(command, parameter, ParameterType(kind), value is DateTimeOffset at ? at.UtcDateTime : value ?? DBNull.Value);

    /// <inheritdoc/>
    public override object? Read(DbDataReader reader, int ordinal, CopyColumnKind kind)
    {
        ArgumentNullException.ThrowIfNull(reader);
        if (reader.IsDBNull(ordinal)) return null;
        return kind switch
        {
            CopyColumnKind.Id or CopyColumnKind.Key or CopyColumnKind.Text or CopyColumnKind.Json => reader.GetString(ordinal),
            CopyColumnKind.Integer => (long)reader.GetInt32(ordinal),
            CopyColumnKind.BigInteger => reader.GetInt64(ordinal),
            CopyColumnKind.Boolean => reader.GetBoolean(ordinal),
            CopyColumnKind.Number => reader.GetDouble(ordinal),
            CopyColumnKind.Date => reader.GetFieldValue<DateOnly>(ordinal),
            CopyColumnKind.DateTime => new DateTimeOffset(reader.GetFieldValue<DateTime>(ordinal), TimeSpan.Zero),
            CopyColumnKind.KeyArray => reader.GetFieldValue<string[]>(ordinal),
            CopyColumnKind.BigIntegerArray => reader.GetFieldValue<long[]>(ordinal),
        };
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> RightsFor(string user)
    {
        string quoted = Quote(user);
        return
        [
            $"CREATE SCHEMA IF NOT EXISTS {SchemaName}",
            $"GRANT USAGE, CREATE ON SCHEMA {SchemaName} TO {quoted}",
            $"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {SchemaName} TO {quoted}",
        ];
    }

    /// <summary>The name of a type without its collation, for a cast.</summary>
    internal static string TypeName(CopyColumnKind kind) => kind switch
    {
        CopyColumnKind.Id or CopyColumnKind.Key or CopyColumnKind.Text => "text",
        CopyColumnKind.Integer => "integer",
        CopyColumnKind.BigInteger => "bigint",
        CopyColumnKind.Number => "double precision",
        CopyColumnKind.Boolean => "boolean",
        CopyColumnKind.Date => "date",
        CopyColumnKind.DateTime => "timestamptz",
        CopyColumnKind.KeyArray => "text[]",
        CopyColumnKind.BigIntegerArray => "bigint[]",
        CopyColumnKind.Json => "jsonb",
    };

    private static NpgsqlDbType ParameterType(CopyColumnKind kind) => kind switch
    {
        CopyColumnKind.Id or CopyColumnKind.Key or CopyColumnKind.Text => NpgsqlDbType.Text,
        CopyColumnKind.Integer or CopyColumnKind.BigInteger => NpgsqlDbType.Bigint,
        CopyColumnKind.Number => NpgsqlDbType.Double,
        CopyColumnKind.Boolean => NpgsqlDbType.Boolean,
        CopyColumnKind.Date => NpgsqlDbType.Date,
        CopyColumnKind.DateTime => NpgsqlDbType.TimestampTz,
        CopyColumnKind.KeyArray => NpgsqlDbType.Array | NpgsqlDbType.Text,
        CopyColumnKind.BigIntegerArray => NpgsqlDbType.Array | NpgsqlDbType.Bigint,
        CopyColumnKind.Json => NpgsqlDbType.Jsonb,
    };

    private static void Add(DbCommand command, string parameter, NpgsqlDbType type, object value)
        => ((NpgsqlCommand)command).Parameters.Add(new NpgsqlParameter(parameter, type) { Value = value });

    private static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private string Definition(SqlColumn column, bool isKey)
        => $"{Quote(column.Name)} {ColumnType(column)}{(isKey || column.IsRequired ? " NOT NULL" : "")}";
}
