using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace JourneyApps.Emulator.Tests;

/// <summary>Requests that the platform's own client made, byte for byte.</summary>
public sealed class RecordingTests
{
    [Fact]
    public async Task Every_request_of_the_platforms_client_is_answered_with_what_that_client_reads()
    {
        EmulatorOptions options = new() { DeploymentId = "dep1", Password = "test-pässword" };
        await using Api api = await Api.StartAsync(options: options);
        int replayed = 0;
        foreach (string line in Schemas.Read("Recordings/platform-client.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            JsonElement recorded = JsonDocument.Parse(line).RootElement;
            Answer answer = await ReplayAsync(api, recorded);
            answer.Expect(recorded.GetProperty("status").GetInt32());
            if (recorded.TryGetProperty("answer_needs", out JsonElement needs)) Check(answer, needs, line);
            replayed++;
        }

        Assert.Equal(39, replayed);
    }

    private static async Task<Answer> ReplayAsync(Api api, JsonElement recorded)
    {
        using HttpRequestMessage request = new(new HttpMethod(recorded.GetProperty("method").GetString()!), recorded.GetProperty("path").GetString());
        if (recorded.TryGetProperty("body", out JsonElement body)) request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body.GetString()!));
        foreach (JsonProperty header in recorded.GetProperty("headers").EnumerateObject())
        {
            if (header.Name == "content-type") request.Content!.Headers.ContentType = MediaTypeHeaderValue.Parse(header.Value.GetString()!);
            else request.Headers.TryAddWithoutValidation(header.Name, header.Value.GetString());
        }

        return await api.SendAsync(request);
    }

    private static void Check(Answer answer, JsonElement needs, string line)
    {
        foreach (JsonProperty need in needs.EnumerateObject())
        {
            if (need.Name == "operations")
            {
                Assert.Equal(need.Value.GetInt32(), answer["operations"].GetArrayLength());
            }
            else if (need.Name == "errors")
            {
                string?[] errors = [.. answer["operations"].EnumerateArray().Select(ErrorType)];
                Assert.Equal(need.Value.EnumerateArray().Select(error => error.GetString()), errors);
            }
            else if (need.Name == "type")
            {
                Assert.Equal(need.Value.GetString(), answer["type"].GetString());
            }
            else
            {
                JsonValueKind kind = answer[need.Name].ValueKind;
                bool fits = need.Value.GetString() switch
                {
                    "string" => kind == JsonValueKind.String,
                    "array" => kind == JsonValueKind.Array,
                    "boolean" => kind is JsonValueKind.True or JsonValueKind.False,
                    _ => false,
                };
                Assert.True(fits, $"{need.Name} is {kind}: {line}");
            }
        }
    }

    private static string? ErrorType(JsonElement operation) =>
        operation.TryGetProperty("error", out JsonElement error) ? error.GetProperty("type").GetString() : null;
}
