using System.Globalization;
using System.Text.Json.Nodes;

namespace JourneyApps.Emulator.Tests.Oracle;

/// <summary>An object as the documentation describes it: values by key, nothing for null.</summary>
internal sealed record OracleObject(string Model, string Id, string UpdatedAt, IReadOnlyDictionary<string, object> Values)
{
    private static readonly Dictionary<string, string> Labels = new() { ["a"] = "Apple", ["b"] = "Bean", ["c"] = "Corn" };
    private static readonly Dictionary<int, string> IntegerLabels = new() { [1] = "One", [2] = "Two" };

    public object? this[string key] => key == "id" ? Id : Values.GetValueOrDefault(key);

    /// <summary>The read format.</summary>
    public JsonObject Render(bool showNulls)
    {
        JsonObject json = new() { ["id"] = Id, ["type"] = Model, ["updated_at"] = UpdatedAt, ["display"] = Display() };
        foreach (OracleField field in OracleField.Of(Model))
        {
            if (Values.TryGetValue(field.Key, out object? value)) json[field.Key] = RenderValue(field, value);
            else if (showNulls) json[field.Key] = null;
        }

        return json;
    }

    private string Display() => (string?)this["name"] is var name && Model == "building" ? $"[{name}]" : name ?? string.Empty;

    private static JsonNode RenderValue(OracleField field, object value) => field.Kind switch
    {
        OracleKind.Boolean => new JsonObject { ["key"] = (bool)value, ["display"] = (bool)value ? "Yes" : "No" },
        OracleKind.Choice => new JsonObject { ["key"] = (string)value, ["display"] = Labels[(string)value] },
        OracleKind.IntegerChoice => new JsonObject { ["key"] = (double)value, ["display"] = IntegerLabels[(int)(double)value] },
        OracleKind.Choices => new JsonArray([.. ((List<object>)value).Select(key => (JsonNode)new JsonObject { ["key"] = (string)key, ["display"] = Labels[(string)key] })]),
        OracleKind.Day => ((DateOnly)value).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        OracleKind.Moment => ((DateTime)value).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        _ => value is double number ? JsonValue.Create(number) : JsonValue.Create((string)value),
    };
}
