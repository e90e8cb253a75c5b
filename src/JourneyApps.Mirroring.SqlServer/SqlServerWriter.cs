using System.Data;
using System.Globalization;
using System.Text.Json;
using JourneyApps.Mirroring.Dialects;
using JourneyApps.Schema;
using Microsoft.Data.SqlClient;

namespace JourneyApps.Mirroring.SqlServer;

/// <summary>Writes rows: a bulk copy into a temporary table, then what differs and what is missing.</summary>
internal static class SqlServerWriter
{
    public static async Task<long> WriteAsync(
        SqlTransaction transaction, SqlTable table, IReadOnlyList<object?[]> rows, bool replaces, CancellationToken cancellationToken)
    {
        if (rows.Count == 0) return 0;
        await using (SqlCommand create = Command(transaction, SqlServerTexts.CreateStage(table)))
            await create.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        using (DataTable data = Data(table, rows))
        using (var copy = new SqlBulkCopy(transaction.Connection, SqlBulkCopyOptions.Default, transaction))
        {
            copy.DestinationTableName = SqlServerTexts.Stage;
            copy.BulkCopyTimeout = 0;
            await copy.WriteToServerAsync(data, cancellationToken).ConfigureAwait(false);
        }

        await using SqlCommand write = Command(transaction, SqlServerTexts.Write(table, replaces));
        return Convert.ToInt64(await write.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false), CultureInfo.InvariantCulture);
    }

    public static async Task<long> MarkAsync(
        SqlTransaction transaction, SqlTable table, IReadOnlyList<CopyDeletion> deletions, CancellationToken cancellationToken)
    {
        if (deletions.Count == 0) return 0;
        await using SqlCommand command = Command(transaction, SqlServerTexts.Mark(table));
        command.Parameters.Add("@deletions", SqlDbType.NVarChar, -1).Value = Json(deletions);
        return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    internal static string Json(IReadOnlyList<CopyDeletion> deletions)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartArray();
            foreach (CopyDeletion deletion in deletions)
            {
                writer.WriteStartObject();
                writer.WriteString("id", deletion.Id);
                writer.WriteString("at", deletion.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
                if (deletion.Sequence is { } sequence) writer.WriteNumber("number", sequence);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        return System.Text.Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static SqlCommand Command(SqlTransaction transaction, string text)
    {
        SqlConnection connection = transaction.Connection ?? throw new InvalidOperationException("The transaction has ended.");
        return new SqlCommand(text, connection, transaction);
    }

    private static DataTable Data(SqlTable table, IReadOnlyList<object?[]> rows)
    {
        var data = new DataTable { Locale = CultureInfo.InvariantCulture };
        foreach (SqlColumn column in table.Columns) data.Columns.Add(column.Name, TypeOf(column.Kind));
        foreach (object?[] row in rows) data.Rows.Add([.. row.Select(SqlServerValues.ToStored)]);
        return data;
    }

    private static Type TypeOf(CopyColumnKind kind) => SqlServerDialect.ParameterType(kind) switch
    {
        SqlDbType.BigInt => typeof(long),
        SqlDbType.Float => typeof(double),
        SqlDbType.Bit => typeof(bool),
        SqlDbType.Date => typeof(DateTime),
        SqlDbType.DateTimeOffset => typeof(DateTimeOffset),
        _ => typeof(string),
    };
}
