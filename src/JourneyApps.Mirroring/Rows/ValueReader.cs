using System.Text.Json;
using JourneyApps.Records;
using JourneyApps.Schema;

namespace JourneyApps.Mirroring.Rows;

/// <summary>Reads values for columns and finds out whether every database can store them. What does not fit is null, with a
/// reason.</summary>
internal static class ValueReader
{
    private const string NoText = "The text contains half of a surrogate pair, which UTF-8 cannot express.";
    private const string Zero = "The text contains the character U+0000, which databases refuse.";

    /// <summary>Reads a value.</summary>
    /// <param name="kind">What the column stores.</param>
    /// <param name="value">The value.</param>
    /// <param name="reason">Why it does not fit; null if it fits or is absent.</param>
    /// <returns>The value as a dialect takes it; null if it is absent or does not fit.</returns>
    public static object? Read(CopyColumnKind kind, RecordValue value, out string? reason)
    {
        reason = null;
        if (value.IsNull) return null;
        object? read = kind switch
        {
            CopyColumnKind.Id or CopyColumnKind.Key or CopyColumnKind.Text => Text(value, out reason),
            CopyColumnKind.Integer => value.Integer is { } small and >= int.MinValue and <= int.MaxValue ? small : null,
            CopyColumnKind.BigInteger => value.Integer,
            CopyColumnKind.Number => value.Number is { } number && double.IsFinite(number) ? number : null,
            CopyColumnKind.Boolean => value.Boolean,
            CopyColumnKind.Date => value.Date,
            CopyColumnKind.DateTime => value.DateTime is { } at ? at.ToUniversalTime() : null,
            CopyColumnKind.KeyArray => Items(value, static item => Text(item, out string? bad) is { } key && bad is null ? key : null),
            CopyColumnKind.BigIntegerArray => Items(value, static item => item.Integer is { } key ? (long?)key : null),
            CopyColumnKind.Json => Json(value.Json, out reason),
        };
        if (read is null) reason ??= $"The value is not {Expected(kind)}.";
        return read;
    }

    /// <summary>Why no database stores a JSON text; null if it can be stored.</summary>
    public static string? RefusalOf(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => RefusalOf(new RecordValue(json).Text),
        JsonValueKind.Array => json.EnumerateArray().Select(RefusalOf).FirstOrDefault(static reason => reason is not null),
        JsonValueKind.Object => RefusalOfMembers(json),
        _ => null,
    };

    /// <summary>Why no database stores a text that was read; null if it can be stored.</summary>
    /// <param name="text">The text; null if it is not UTF-8.</param>
    public static string? RefusalOf(string? text)
        => text is null ? NoText : text.Contains('\0', StringComparison.Ordinal) ? Zero : null;

    private static string? RefusalOfMembers(JsonElement json)
    {
        try
        {
            foreach (JsonProperty member in json.EnumerateObject())
            {
                if ((RefusalOf(member.Name) ?? RefusalOf(member.Value)) is { } reason) return reason;
            }
        }
        catch (InvalidOperationException)
        {
            return NoText;
        }

        return null;
    }

    private static string? Text(RecordValue value, out string? reason)
    {
        reason = null;
        string? text = value.Text;
        if (text is null)
        {
            if (value.Json.ValueKind == JsonValueKind.String) reason = NoText;
            return null;
        }

        reason = RefusalOf(text);
        return reason is null ? text : null;
    }

    private static T[]? Items<T>(RecordValue value, Func<RecordValue, T?> read)
        where T : class
    {
        if (value.Json.ValueKind != JsonValueKind.Array) return null;
        IReadOnlyList<RecordValue> items = value.Items;
        var keys = new T[items.Count];
        for (int i = 0; i < keys.Length; i++)
        {
            if (read(items[i]) is not { } key) return null;
            keys[i] = key;
        }

        return keys;
    }

    private static T[]? Items<T>(RecordValue value, Func<RecordValue, T?> read)
        where T : struct
    {
        if (value.Json.ValueKind != JsonValueKind.Array) return null;
        IReadOnlyList<RecordValue> items = value.Items;
        var keys = new T[items.Count];
        for (int i = 0; i < keys.Length; i++)
        {
            if (read(items[i]) is not { } key) return null;
            keys[i] = key;
        }

        return keys;
    }

    private static string? Json(JsonElement json, out string? reason)
    {
        reason = RefusalOf(json);
        return reason is null ? json.GetRawText() : null;
    }

    private static string Expected(CopyColumnKind kind) => kind switch
    {
        CopyColumnKind.Id or CopyColumnKind.Key or CopyColumnKind.Text => "a text",
        CopyColumnKind.Integer => "a whole number of 32 bits",
        CopyColumnKind.BigInteger => "a whole number of 64 bits",
        CopyColumnKind.Number => "a finite number",
        CopyColumnKind.Boolean => "true or false",
        CopyColumnKind.Date => "a day of the years 1 to 9999",
        CopyColumnKind.DateTime => "a point in time of the years 1 to 9999",
        CopyColumnKind.KeyArray => "a list of keys",
        CopyColumnKind.BigIntegerArray => "a list of whole numbers of 64 bits",
        CopyColumnKind.Json => "JSON",
    };
}
