using System.Net.Http.Headers;
using System.Text.Json;

namespace JourneyApps.Emulator.Tests;

/// <summary>An answer, read whole.</summary>
internal sealed record Answer(int Status, string Text, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders)
{
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    public JsonElement this[string name] => Json.GetProperty(name);

    /// <summary>The ids of a list.</summary>
    public string[] Ids => [.. this["objects"].EnumerateArray().Select(item => item.GetProperty("id").GetString()!)];

    public Answer Expect(int status)
    {
        Assert.True(Status == status, $"Expected {status} but got {Status}: {Text}");
        return this;
    }

    public Answer ExpectError(int status, string type)
    {
        Expect(status);
        Assert.Equal(type, this["type"].GetString());
        Assert.NotEmpty(this["title"].GetString()!);
        Assert.NotEmpty(this["detail"].GetString()!);
        Assert.EndsWith("#" + type, this["see"].GetString(), StringComparison.Ordinal);
        return this;
    }
}
