using System.Globalization;
using System.Text;

namespace JourneyApps.Schema;

/// <summary>The names of a copy's tables and columns. A name depends on nothing but the element that it is for, so every program that works
/// with a copy determines the same names.</summary>
/// <remarks>Names in a schema begin with a letter. A name that a copy adds, or that it had to change, begins with an underscore and
/// therefore never equals a name in the schema.</remarks>
public static class CopyNames
{
    /// <summary>The number of bytes in UTF-8 that a name can have. PostgreSQL cuts longer names.</summary>
    public const int MaxBytes = 63;

    /// <summary>The column with the sequence of the object's last change in the oplog.</summary>
    public const string Sequence = "_sequence";

    /// <summary>The column with the time at which the object was deleted.</summary>
    public const string DeletedAt = "_deleted_at";

    /// <summary>The column with the members that the data model does not name.</summary>
    public const string Other = "_other";

    // PostgreSQL has these in every table and refuses columns with their names.
    private static readonly HashSet<string> SystemColumns =
        new(StringComparer.OrdinalIgnoreCase) { "tableoid", "xmin", "cmin", "xmax", "cmax", "ctid" };

    /// <summary>A name as it is if it has at most <see cref="MaxBytes"/> bytes in UTF-8. Otherwise an underscore, its beginning and a hash
    /// of the whole name.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is <see langword="null"/>.</exception>
    public static string Shorten(string name)
    {
        _ = name ?? throw new ArgumentNullException(nameof(name));
        if (Encoding.UTF8.GetByteCount(name) <= MaxBytes) return name;
        string start = name[0] == '_' ? "" : "_";
        // No other name ends like this: the ends are words or decimal numbers.
        string end = "_x" + Fnv1a.Hash64(name.AsSpan()).ToString("x16", CultureInfo.InvariantCulture);
        return start + Beginning(name, MaxBytes - start.Length - end.Length) + end;
    }

    /// <summary>The name that a column gets when its field has another type from then on.</summary>
    /// <param name="column">The name of the column.</param>
    /// <param name="number">1 for the first time, 2 for the second.</param>
    /// <exception cref="ArgumentNullException"><paramref name="column"/> is <see langword="null"/>.</exception>
    public static string Retired(string column, int number)
    {
        _ = column ?? throw new ArgumentNullException(nameof(column));
        return Shorten("_" + column + "_" + number.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The name of a model's table before it is shortened. SQLite reserves names with its own prefix.</summary>
    internal static string Table(string model) => model.StartsWith("sqlite_", StringComparison.OrdinalIgnoreCase) ? "_" + model : model;

    /// <summary>The name of the column for a member of an object's JSON.</summary>
    internal static string Column(string member) => Shorten(SystemColumns.Contains(member) ? "_" + member : member);

    /// <summary>The longest beginning with at most the given number of bytes that does not cut a character.</summary>
    private static string Beginning(string name, int bytes)
    {
        int length = 0;
        while (length < name.Length)
        {
            int next = char.IsSurrogatePair(name, length) ? 2 : 1;
            bytes -= next == 2 ? 4 : name[length] < 0x80 ? 1 : name[length] < 0x800 ? 2 : 3;
            if (bytes < 0) break;
            length += next;
        }

        return name.Substring(0, length);
    }
}
