using System.Globalization;
using System.Text.Json.Nodes;

namespace JourneyApps.Emulator.Tests.Oracle;

/// <summary>Random values: as they are sent, and as they should be stored.</summary>
internal static class OracleValues
{
    private static readonly string[] Texts = ["a", "A", "ab", "Bob", "bob", "", "ü", "Ü", "7", "x y", "\u00e9\ud83d\ude00", "%_'\"\\"];
    private static readonly string[] Keys = ["a", "b", "c"];
    private static readonly double[] Numbers = [-1.5, 0, 0.1, 0.3, 0.30000000000000004, 7, 1e21];

    /// <summary>The links' targets: few, so that they are shared, and some never exist.</summary>
    public static string[] Buildings { get; } = [.. Enumerable.Range(1, 4).Select(i => $"00000000-0000-4000-9000-{i:x12}")];

    public static (JsonNode Sent, object Stored) Make(Random random, OracleKind kind)
    {
        switch (kind)
        {
            case OracleKind.Text:
                string text = Pick(random, Texts);
                return (text, text);
            case OracleKind.Integer:
                double integer = random.Next(-3, 10);
                return (integer, integer);
            case OracleKind.Number:
                double number = Pick(random, Numbers);
                return (number, number);
            case OracleKind.Day:
                string day = $"2020-01-0{random.Next(1, 5)}";
                return (random.Next(3) == 0 ? day + "T23:59:59-11:00" : day, DateOnly.Parse(day, CultureInfo.InvariantCulture));
            case OracleKind.Moment:
                string second = $"2020-01-01T0{random.Next(4)}:00:0{random.Next(2)}";
                return (Pick(random, [second + "Z", second + ".999Z", second + "+00:00"]), DateTime.Parse(second, CultureInfo.InvariantCulture));
            case OracleKind.Boolean:
                bool boolean = random.Next(2) == 0;
                return (boolean, boolean);
            case OracleKind.Choice:
                string key = Pick(random, ["a", "b"]);
                return (key, key);
            case OracleKind.IntegerChoice:
                double integerKey = random.Next(1, 3);
                return (integerKey, integerKey);
            case OracleKind.Choices:
                List<object> keys = [.. Keys.OrderBy(_ => random.Next()).Take(random.Next(4))];
                return (new JsonArray([.. keys.Select(item => JsonValue.Create((string)item))]), keys);
            default:
                string id = Pick(random, Buildings);
                return (id, id);
        }
    }

    /// <summary>A value that the field refuses.</summary>
    public static JsonNode MakeInvalid(Random random, OracleKind kind) => kind switch
    {
        OracleKind.Text => random.Next(2) == 0 ? 5 : new JsonArray(),
        OracleKind.Integer => Pick<JsonNode>(random, [7.5, 3_000_000_000, "7"]),
        OracleKind.Number => "1.5",
        OracleKind.Day => Pick(random, ["2020-02-30", "tomorrow"]),
        OracleKind.Moment => Pick(random, ["2020-01-01T24:00:00Z", "now"]),
        OracleKind.Boolean => Pick<JsonNode>(random, [1, "true"]),
        OracleKind.Choice => Pick<JsonNode>(random, ["z", 1]),
        OracleKind.IntegerChoice => Pick<JsonNode>(random, [3, "1"]),
        OracleKind.Choices => Pick<JsonNode>(random, ["a", new JsonArray("z")]),
        _ => Pick<JsonNode>(random, ["B1", 1]),
    };

    public static T Pick<T>(Random random, IReadOnlyList<T> from) => from[random.Next(from.Count)];
}
