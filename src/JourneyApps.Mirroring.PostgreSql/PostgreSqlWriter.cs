using System.Globalization;
using System.Runtime.CompilerServices;
using JourneyApps.Mirroring.Dialects;
using JourneyApps.Schema;
using Npgsql;
using NpgsqlTypes;

namespace JourneyApps.Mirroring.PostgreSql;

/// <summary>Writes many rows with one statement and one array for each column. A temporary table would need a right, and would grow the
/// catalog of the database with each step.</summary>
internal static class PostgreSqlWriter
{
    private static readonly ConditionalWeakTable<SqlTable, Texts> Statements = [];

    public static async Task<long> WriteAsync(
        NpgsqlTransaction transaction, SqlTable table, IReadOnlyList<object?[]> rows, bool replaces, CancellationToken cancellationToken)
    {
        if (rows.Count == 0) return 0;
        Texts texts = Statements.GetValue(table, static table => new Texts(table));
        await using NpgsqlCommand command = Command(transaction, replaces ? texts.Upsert : texts.Insert);
        for (int i = 0; i < table.Columns.Count; i++)
        {
            CopyColumnKind kind = table.Columns[i].Kind;
            Add(command, ColumnValues.ElementType(kind), ColumnValues.Array(kind, rows, i));
        }

        return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    public static async Task<long> MarkAsync(
        NpgsqlTransaction transaction, SqlTable table, IReadOnlyList<CopyDeletion> deletions, CancellationToken cancellationToken)
    {
        if (deletions.Count == 0) return 0;
        string deletedAt = Quote(CopyNames.DeletedAt);
        await using NpgsqlCommand command = Command(
            transaction,
            $"UPDATE {PostgreSqlDialect.Instance.Qualify(table.Name)} t "
            + $"SET {deletedAt} = u.at::timestamptz, {Quote(CopyNames.Sequence)} = u.number "
            + $"FROM unnest($1, $2, $3) u (id, at, number) WHERE t.id = u.id AND t.{deletedAt} IS NULL");
        Add(command, NpgsqlDbType.Text, deletions.Select(static deletion => deletion.Id).ToArray());
        Add(command, NpgsqlDbType.Text, deletions.Select(static deletion => ColumnValues.Text(deletion.At)).ToArray());
        Add(command, NpgsqlDbType.Bigint, deletions.Select(static deletion => deletion.Sequence).ToArray());
        return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    private static NpgsqlCommand Command(NpgsqlTransaction transaction, string text)
    {
        NpgsqlConnection connection = transaction.Connection ?? throw new InvalidOperationException("The transaction has ended.");
        return new NpgsqlCommand(text, connection, transaction);
    }

    private static void Add(NpgsqlCommand command, NpgsqlDbType elements, object array)
        => command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Array | elements, Value = array });

    private static string Quote(string name) => PostgreSqlDialect.Instance.Quote(name);

    /// <summary>The statements for a table.</summary>
    private sealed class Texts
    {
        public Texts(SqlTable table)
        {
            string[] names = [.. table.Columns.Select(static column => Quote(column.Name))];
            string[] elements = [.. names.Select(static (_, i) => string.Create(CultureInfo.InvariantCulture, $"c{i}"))];
            IEnumerable<string> values = table.Columns.Select((column, i) => ColumnValues.Expression(column.Kind, $"u.{elements[i]}"));
            // Next to each other in a select list, arrays become rows one after the other. In FROM, PostgreSQL stores all rows first.
            IEnumerable<string> arrays = elements.Select(static (element, i)
                => string.Create(CultureInfo.InvariantCulture, $"unnest(${i + 1}) AS {element}"));
            string insert = $"INSERT INTO {PostgreSqlDialect.Instance.Qualify(table.Name)} AS t ({string.Join(", ", names)}) "
                + $"SELECT {string.Join(", ", values)} FROM (SELECT {string.Join(", ", arrays)}) u "
                + $"ON CONFLICT ({string.Join(", ", table.Key.Select(Quote))}) DO ";
            Insert = insert + "NOTHING";
            SqlColumn[] others = [.. table.Columns.Where(column => !table.IsKey(column.Name))];
            Upsert = others.Length == 0 ? Insert : insert + Update(others);
        }

        public string Upsert { get; }

        public string Insert { get; }

        private static string Update(SqlColumn[] columns)
        {
            IEnumerable<string> values = columns.Select(static column => $"{Quote(column.Name)} = excluded.{Quote(column.Name)}");
            string update = $"UPDATE SET {string.Join(", ", values)}";
            string[] compared = [.. columns.Where(static column => column.IsCompared).Select(static column => Quote(column.Name))];
            return compared.Length == 0
                ? update
                : $"{update} WHERE ({string.Join(", ", compared.Select(static name => "t." + name))}) "
                    + $"IS DISTINCT FROM ({string.Join(", ", compared.Select(static name => "excluded." + name))})";
        }
    }
}
