using System.Globalization;
using System.Text.Json;
using JourneyApps.Schema;

namespace JourneyApps.Mirroring.Rows;

/// <summary>Compares values of the copy with those of the deployment.</summary>
internal static class ValueEquality
{
    public static bool AreEqual(CopyColumnKind kind, object? left, object? right)
    {
        if (left is null || right is null) return left is null && right is null;
        return kind switch
        {
            CopyColumnKind.KeyArray => ((string[])left).SequenceEqual((string[])right, StringComparer.Ordinal),
            CopyColumnKind.BigIntegerArray => ((long[])left).SequenceEqual((long[])right),
            CopyColumnKind.Json => AreEqualJson((string)left, (string)right),
            CopyColumnKind.DateTime => Microseconds(left) == Microseconds(right),
            CopyColumnKind.Id or CopyColumnKind.Key or CopyColumnKind.Text or CopyColumnKind.Integer or CopyColumnKind.BigInteger
                or CopyColumnKind.Number or CopyColumnKind.Boolean or CopyColumnKind.Date => left.Equals(right),
        };
    }

    /// <summary>A value as text, for people.</summary>
    public static string? Text(object? value) => value switch
    {
        null => null,
        DateTimeOffset at => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        string[] keys => $"[{string.Join(", ", keys)}]",
        long[] keys => $"[{string.Join(", ", keys)}]",
        _ => string.Create(CultureInfo.InvariantCulture, $"{value}"),
    };

    // No database has the tenth of a microsecond.
    private static long Microseconds(object at) => ((DateTimeOffset)at).UtcTicks / TimeSpan.TicksPerMicrosecond;

    private static bool AreEqualJson(string left, string right)
    {
        if (left == right) return true;
        using var one = JsonDocument.Parse(left);
        using var other = JsonDocument.Parse(right);
        return AreEqualJson(one.RootElement, other.RootElement);
    }

    private static bool AreEqualJson(JsonElement left, JsonElement right)
    {
        if (left.ValueKind != right.ValueKind) return false;
        switch (left.ValueKind)
        {
            case JsonValueKind.Number:
                return left.GetRawText() == right.GetRawText()
                    || (left.TryGetDecimal(out decimal one) && right.TryGetDecimal(out decimal other) ? one == other
                        : left.TryGetDouble(out double number) && right.TryGetDouble(out double second) && number.Equals(second));
            case JsonValueKind.String:
                return left.GetString() == right.GetString();
            case JsonValueKind.Array:
                return left.GetArrayLength() == right.GetArrayLength()
                    && left.EnumerateArray().Zip(right.EnumerateArray()).All(static pair => AreEqualJson(pair.First, pair.Second));
            case JsonValueKind.Object:
                // Of a member that occurs twice, the last one counts.
                Dictionary<string, JsonElement> members = Members(left), others = Members(right);
                return members.Count == others.Count && members.All(member
                    => others.TryGetValue(member.Key, out JsonElement value) && AreEqualJson(member.Value, value));
            default:
                return true;
        }
    }

    private static Dictionary<string, JsonElement> Members(JsonElement json)
    {
        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (JsonProperty member in json.EnumerateObject()) members[member.Name] = member.Value;
        return members;
    }
}
