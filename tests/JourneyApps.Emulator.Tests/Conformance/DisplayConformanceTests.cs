using System.Security;
using System.Text.Json;
using System.Text.Json.Nodes;
using JourneyApps.Schema;

namespace JourneyApps.Emulator.Tests.Conformance;

/// <summary>Display texts, compared with those of the platform's client: stored, read and shown by the API.</summary>
public sealed class DisplayConformanceTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Every_display_text_is_that_of_the_platforms_client()
    {
        var file = ConformanceFile.Read("display-values");
        List<string> wrong = [];
        foreach (IGrouping<string, JsonElement> format in file.Vectors.GroupBy(vector => vector.GetProperty("format").GetString()!))
        {
            wrong.AddRange(await CompareAsync(file.Header, format.Key, [.. format]));
        }

        output.WriteLine($"{file.Vectors.Count} display texts, {wrong.Count} different");
        foreach (string line in wrong.Take(50)) output.WriteLine(line);
        Assert.Empty(wrong);
    }

    private static async Task<IEnumerable<string>> CompareAsync(JsonElement header, string format, JsonElement[] vectors)
    {
        SchemaOptions version = new() { ApiVersion = header.GetProperty("version").GetString() };
        string model = header.GetProperty("model").GetString()!;
        await using Api api = await Api.StartAsync(
            SchemaWith(header.GetProperty("schema_before"), format), new() { Listen = false, SchemaOptions = version });
        List<string> ids = [];
        foreach (JsonElement vector in vectors) ids.Add(await StoreAsync(api.Emulator, model, vector));

        // Options can be removed after values with their keys were stored.
        await api.Emulator.UpdateSchemaAsync(SchemaWith(header.GetProperty("schema"), format));
        List<string> wrong = [];
        foreach ((JsonElement vector, string id) in vectors.Zip(ids))
        {
            string? shown = (await api.GetAsync($"objects/{model}/{id}.json"))["display"].GetString();
            string? expected = vector.GetProperty("display").GetString();
            if (shown != expected) wrong.Add($"{format}: expected \"{expected}\", shown \"{shown}\", of {vector.GetProperty("fields")}");
        }

        return wrong;
    }

    private static async Task<string> StoreAsync(JourneyEmulator emulator, string model, JsonElement vector)
    {
        var fields = JsonNode.Parse(ReadFormat.ToWrite(vector.GetProperty("fields")))!.AsObject();
        if (vector.TryGetProperty("related", out JsonElement related))
        {
            foreach (JsonProperty link in related.EnumerateObject())
            {
                fields[link.Name + "_id"] = await StoreAsync(emulator, link.Value.GetProperty("type").GetString()!, link.Value);
            }
        }

        return (await emulator.SeedAsync(model, fields.ToJsonString(Text.JsonText.Options)))[0];
    }

    private static string SchemaWith(JsonElement schema, string format)
        => schema.GetString()!.Replace("@DISPLAY@", SecurityElement.Escape(format), StringComparison.Ordinal);
}
