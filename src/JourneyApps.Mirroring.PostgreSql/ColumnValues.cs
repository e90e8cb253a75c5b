using System.Globalization;
using System.Text;
using JourneyApps.Schema;
using NpgsqlTypes;

namespace JourneyApps.Mirroring.PostgreSql;

/// <summary>The values of one column over many rows as a parameter: an array that <c>unnest</c> makes rows of. Arrays cannot hold arrays of
/// different lengths, and the driver writes the first and the last moment as infinity, so these values are texts that the statement
/// casts.</summary>
internal static class ColumnValues
{
    /// <summary>The type of the elements.</summary>
    public static NpgsqlDbType ElementType(CopyColumnKind kind) => kind switch
    {
        CopyColumnKind.Integer or CopyColumnKind.BigInteger => NpgsqlDbType.Bigint,
        CopyColumnKind.Number => NpgsqlDbType.Double,
        CopyColumnKind.Boolean => NpgsqlDbType.Boolean,
        CopyColumnKind.Id or CopyColumnKind.Key or CopyColumnKind.Text or CopyColumnKind.Date or CopyColumnKind.DateTime
            or CopyColumnKind.KeyArray or CopyColumnKind.BigIntegerArray or CopyColumnKind.Json => NpgsqlDbType.Text,
    };

    /// <summary>The expression for a value whose element has the given name.</summary>
    public static string Expression(CopyColumnKind kind, string element)
        => kind is CopyColumnKind.Integer || (ElementType(kind) == NpgsqlDbType.Text && PostgreSqlDialect.TypeName(kind) != "text")
            ? $"{element}::{PostgreSqlDialect.TypeName(kind)}"
            : element;

    /// <summary>The array.</summary>
    public static object Array(CopyColumnKind kind, IReadOnlyList<object?[]> rows, int column) => ElementType(kind) switch
    {
        NpgsqlDbType.Bigint => Fill(rows, column, static value => (long?)value),
        NpgsqlDbType.Double => Fill(rows, column, static value => (double?)value),
        NpgsqlDbType.Boolean => Fill(rows, column, static value => (bool?)value),
        _ => Fill(rows, column, Text),
    };

    /// <summary>A moment with microseconds. Further digits would be rounded, the last moment of the year 9999 into the next year. The
    /// standard format is several times faster than a custom one.</summary>
    public static string Text(DateTimeOffset at)
        => at.UtcDateTime.AddTicks(-(at.UtcTicks % TimeSpan.TicksPerMicrosecond)).ToString("O", CultureInfo.InvariantCulture);

    private static T[] Fill<T>(IReadOnlyList<object?[]> rows, int column, Func<object?, T> convert)
    {
        var values = new T[rows.Count];
        for (int i = 0; i < values.Length; i++) values[i] = convert(rows[i][column]);
        return values;
    }

    private static string? Text(object? value) => value switch
    {
        null => null,
        string text => text,
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        DateTimeOffset at => Text(at),
        string[] keys => Array(keys),
        long[] keys => $"{{{string.Join(',', keys.Select(static key => key.ToString(CultureInfo.InvariantCulture)))}}}",
        _ => throw new ArgumentException($"No column has values of the type {value.GetType()}."),
    };

    private static string Array(string[] keys)
    {
        var text = new StringBuilder("{");
        foreach (string key in keys)
        {
            if (text.Length > 1) text.Append(',');
            text.Append('"');
            foreach (char letter in key)
            {
                if (letter is '"' or '\\') text.Append('\\');
                text.Append(letter);
            }

            text.Append('"');
        }

        return text.Append('}').ToString();
    }
}
