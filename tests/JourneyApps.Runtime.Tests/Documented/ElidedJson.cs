using System.Text.Json;
using System.Text.Json.Nodes;
using JourneyApps.Internal.Features.Deployments;

namespace JourneyApps.Runtime.Tests.Documented;

/// <summary>
/// Compares JSON with an example of the documentation: every member, in order, nothing more and nothing less; white space does not count. Where the
/// example leaves a text out by writing "…", any value stands for it.
/// </summary>
internal static class ElidedJson
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Equal(string example, string actual)
    {
        if (example.Length == 0)
        {
            Assert.Equal("", actual);
            return;
        }
        JsonNode expected = JsonNode.Parse(example)!;
        var said = JsonNode.Parse(actual);
        Assert.Equal(expected.ToJsonString(Plain), Elide(said, expected)?.ToJsonString(Plain));
    }

    private static JsonNode? Elide(JsonNode? actual, JsonNode? example) => (actual, example) switch
    {
        (_, JsonValue text) when text.GetValueKind() == JsonValueKind.String && text.GetValue<string>() == "…" => "…",
        (JsonObject members, JsonObject examples) => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Elide(member.Value, examples[member.Key])))),
        (JsonArray items, JsonArray examples) => new JsonArray([.. items.Select((item, i) => Elide(item, i < examples.Count ? examples[i] : null))]),
        _ => actual?.DeepClone(),
    };
}
