using System.Text.Json;
using System.Text.Json.Nodes;
using JourneyApps.Emulator.Models;
using JourneyApps.Schema;

namespace JourneyApps.Emulator.Tests.Conformance;

/// <summary>The body of <c>datamodel.json</c>, compared with the data models that the platform's parser reads.</summary>
public sealed class DataModelConformanceTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_data_model_is_served_as_the_platform_reads_it()
    {
        var file = ConformanceFile.Read("datamodel");
        List<string> wrong = [];
        foreach (JsonElement vector in file.Vectors.Prepend(file.Header))
        {
            SchemaOptions version = new() { ApiVersion = vector.GetProperty("version").GetString() };
            ParsedSchema parsed = SchemaParser.Parse(vector.GetProperty("xml").GetString()!, version);
            JsonNode served = JsonNode.Parse(DataModelJson.Write(parsed.DataModel, null).Json)!;
            var expected = JsonNode.Parse(vector.GetProperty("datamodel").GetProperty("models").GetRawText());
            JsonNode actual = Normalized(served["models"]!.AsObject(), ModelOf);
            if (!JsonNode.DeepEquals(expected, actual)) wrong.Add($"{vector.GetProperty("id")}: {actual.ToJsonString()} instead of {expected!.ToJsonString()}");
        }

        output.WriteLine($"{file.Vectors.Count + 1} data models, {wrong.Count} different");
        foreach (string line in wrong.Take(20)) output.WriteLine(line);
        Assert.Empty(wrong);
    }

    private static JsonArray Normalized(JsonObject named, Func<JsonObject, JsonObject> normalize)
        => new([.. named.Select(item => (JsonNode)normalize(item.Value!.AsObject()))]);

    private static JsonObject ModelOf(JsonObject model) => new()
    {
        ["name"] = Copy(model["name"]),
        ["label"] = Copy(model["label"]),
        ["display"] = Copy(model["display"]),
        ["fields"] = Normalized(model["fields"]!.AsObject(), FieldOf),
        ["belongs_to"] = Normalized(model["belongs_to"]!.AsObject(), LinkOf),
        ["has_many"] = Normalized(model["has_many"]!.AsObject(), LinkOf),
    };

    private static JsonObject FieldOf(JsonObject field) => new()
    {
        ["name"] = Copy(field["name"]),
        ["label"] = Copy(field["label"]),
        ["type"] = Copy(field["type"]),
        ["subtype"] = Copy(field["subtype"]),
        ["options"] = field["options"] is { } options
            ? new JsonArray([.. options.AsArray().Select(option => new JsonArray(Copy(option!["key"]), Copy(option["display"])))])
            : null,
    };

    private static JsonObject LinkOf(JsonObject link)
        => new() { ["name"] = Copy(link["name"]), ["model"] = Copy(link["model"]), ["inverse_of"] = Copy(link["inverse_of"]) };

    private static JsonNode? Copy(JsonNode? node) => node?.DeepClone();
}
