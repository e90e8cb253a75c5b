using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace JourneyApps.Mirroring.Sqlite;

/// <summary>A prepared statement whose parameters are the values of a row. Commands of Microsoft.Data.Sqlite look up each parameter by its
/// name for each row, which takes a third of the time of a page.</summary>
internal sealed class RowStatement : IDisposable
{
    private const int MaxKeptBytes = 16 * 1024;

    private readonly sqlite3 _connection;
    private readonly sqlite3_stmt _statement;
    private readonly byte[] _utf8 = new byte[MaxKeptBytes];

    /// <summary>Prepares a statement.</summary>
    /// <exception cref="SqliteException">It is not one.</exception>
    public RowStatement(SqliteConnection connection, string sql)
    {
        _connection = connection.Handle ?? throw new InvalidOperationException("The connection is closed.");
        Check(raw.sqlite3_prepare_v2(_connection, sql, out _statement));
    }

    /// <summary>Runs the statement.</summary>
    /// <param name="row">The values of its parameters.</param>
    /// <returns>How many rows it changed.</returns>
    /// <exception cref="SqliteException">The row was refused, or could not be written.</exception>
    public int Run(object?[] row)
    {
        for (int i = 0; i < row.Length; i++) Check(Bind(i + 1, SqliteDialect.ToStored(row[i])));
        _ = raw.sqlite3_step(_statement);
        // Returns the error of the step, if there is one.
        Check(raw.sqlite3_reset(_statement));
        return raw.sqlite3_changes(_connection);
    }

    public void Dispose() => _statement.Dispose();

    private void Check(int code) => SqliteException.ThrowExceptionForRC(code, _connection);

    private int Bind(int place, object value) => value switch
    {
        long number => raw.sqlite3_bind_int64(_statement, place, number),
        double number => raw.sqlite3_bind_double(_statement, place, number),
        // As bytes, an empty text would be NULL.
        string { Length: 0 } empty => raw.sqlite3_bind_text(_statement, place, empty),
        string text => BindText(place, text),
        DBNull => raw.sqlite3_bind_null(_statement, place),
        _ => throw new ArgumentException($"No column has values of the type {value.GetType()}."),
    };

    private int BindText(int place, string text)
    {
        byte[] utf8 = Encoding.UTF8.GetMaxByteCount(text.Length) <= _utf8.Length ? _utf8 : new byte[Encoding.UTF8.GetByteCount(text)];
        int length = Encoding.UTF8.GetBytes(text, utf8);
        return raw.sqlite3_bind_text(_statement, place, utf8.AsSpan(0, length));
    }
}
