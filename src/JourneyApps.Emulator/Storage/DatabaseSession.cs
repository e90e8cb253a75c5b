using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace JourneyApps.Emulator.Storage;

/// <summary>A connection with its prepared statements. Used by one request at a time.</summary>
internal sealed class DatabaseSession(SqliteConnection connection) : IDisposable
{
    // Every filter of a caller can be a new statement.
    private const int MaxPrepared = 500;

    private readonly Dictionary<string, SqliteCommand> _prepared = new(StringComparer.Ordinal);

    /// <summary>Runs a statement and returns the number of rows that it changed.</summary>
    public int Execute(string sql, params ReadOnlySpan<object?> arguments) => Prepare(sql, arguments).ExecuteNonQuery();

    /// <summary>The first column of the first row; <see langword="null"/> if there is no row or it is null.</summary>
    public object? Scalar(string sql, params ReadOnlySpan<object?> arguments)
        => Prepare(sql, arguments).ExecuteScalar() is { } value and not DBNull ? value : null;

    /// <summary>The rows of a query, read while enumerated; no other statement of the same text may run at the same time.</summary>
    public SqliteDataReader Query(string sql, params ReadOnlySpan<object?> arguments) => Prepare(sql, arguments).ExecuteReader();

    public void Dispose()
    {
        Clear();
        connection.Dispose();
    }

    [SuppressMessage(
        "Security", "CA2100:Review SQL queries for security vulnerabilities",
        Justification = "Values are parameters; statements contain only names of the schema: letters, digits and underscores.")]
    private SqliteCommand Prepare(string sql, ReadOnlySpan<object?> arguments)
    {
        if (!_prepared.TryGetValue(sql, out SqliteCommand? command))
        {
            if (_prepared.Count >= MaxPrepared) Clear();
            command = connection.CreateCommand();
            command.CommandText = sql;
            for (int i = 0; i < arguments.Length; i++) command.Parameters.Add(new SqliteParameter { ParameterName = "?" + (i + 1) });
            _prepared.Add(sql, command);
        }

        for (int i = 0; i < arguments.Length; i++) command.Parameters[i].Value = arguments[i] ?? DBNull.Value;
        return command;
    }

    private void Clear()
    {
        foreach (SqliteCommand command in _prepared.Values) command.Dispose();
        _prepared.Clear();
    }
}
