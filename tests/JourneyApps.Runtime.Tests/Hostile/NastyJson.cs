using System.Globalization;
using System.Text;

namespace JourneyApps.Runtime.Tests.Hostile;

/// <summary>Makes answers that a broken or hostile server could send: nearly right ones, and damaged right ones.</summary>
internal sealed class NastyJson(Random random)
{
    private static readonly string[] Names =
    [
        "objects", "more", "total", "count", "id", "type", "updated_at", "display", "title", "crew", "cost", "due", "started_at", "done", "state", "priority",
        "tags", "ratings", "position", "photo", "photo_id", "sign", "manual", "route", "site_id", "site", "entries", "sequence", "sequence_id", "operation", "object",
        "operations", "success", "error", "datamodel_hash", "has_more", "next_request_start", "key", "latitude", "longitude", "original", "models", "fields", "x",
    ];

    private static readonly string[] Scalars =
    [
        "null", "true", "false", "0", "-1", "7.0", "1e400", "-1e-400", "99999999999999999999999999", "9223372036854775807", "9223372036854775808", "2147483648", "1.5", "\"\"",
        "\"a\"", "\"2026-01-01\"", "\"2026-13-45T99:99:99Z\"", "\"0001-01-01T00:00:00+14:00\"", "\"\\u0000\"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"job\"", "\"busy\"", "\"update\"",
        "\"9007199254740993\"", "NaN", "'x'", "01", "+1", ".5",
    ];

    public byte[] Next()
    {
        byte[] body = Encoding.UTF8.GetBytes(Value(0));
        return random.Next(4) switch
        {
            0 => Damage(body),
            1 => body[..random.Next(body.Length + 1)],
            _ => body,
        };
    }

    /// <summary>One value of any kind.</summary>
    public string NextValue() => Value(1);

    private string Value(int depth)
    {
        int kind = random.Next(depth > 5 ? 1 : 10);
        if (depth == 0) kind = 5 + random.Next(4);
        if (kind <= 3) return Scalars[random.Next(Scalars.Length)];
        if (kind == 9 && random.Next(20) == 0) return string.Concat(Enumerable.Repeat(random.Next(2) == 0 ? "[" : "{\"site\":", random.Next(2000)));
        if (kind is 4 or 9) return "[" + string.Join(',', Enumerable.Range(0, random.Next(4)).Select(_ => Value(depth + 1))) + "]";

        var members = new List<string>();
        if (random.Next(2) == 0) members.Add($"\"id\":\"{new Guid(random.Next(), 0, 0, new byte[8])}\"");
        if (depth == 0 && random.Next(2) == 0)
        {
            string name = random.Next(3) switch { 0 => "objects", 1 => "entries", _ => "operations" };
            members.Add($"\"{name}\":[{string.Join(',', Enumerable.Range(0, random.Next(3)).Select(_ => Value(depth + 1)))}]");
        }
        for (int i = random.Next(6); i > 0; i--) members.Add($"\"{Names[random.Next(Names.Length)]}\":{Value(depth + 1)}");
        if (random.Next(10) == 0) members.Add(string.Create(CultureInfo.InvariantCulture, $"\"sequence\":{random.NextInt64()}"));
        return "{" + string.Join(',', members) + "}";
    }

    private byte[] Damage(byte[] body)
    {
        for (int i = 1 + random.Next(3); i > 0 && body.Length > 0; i--) body[random.Next(body.Length)] = (byte)random.Next(256);
        return body;
    }
}
