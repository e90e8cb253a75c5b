using System.Text.Json;

namespace JourneyApps.Emulator.Tests;

/// <summary>Batches.</summary>
public sealed class BatchTests
{
    private const string Known = "613e4cb0-e665-4705-aaef-2fb91adacabd";
    private const string Other = "761f96cc-45ba-4db1-b8d9-a88bd819e459";

    [Fact]
    public async Task Operations_are_applied_in_order_each_with_its_own_outcome()
    {
        await using Api api = await Api.StartAsync();

        Answer answer = await api.PostAsync("batch.json", $$$"""
            {"stop_on_error":false,"operations":[
              {"method":"post","object":{"type":"site","name":"a"}},
              {"method":"post","object":{"type":"site","id":"{{{Known}}}","name":"b"}},
              {"method":"post","object":{"type":"site","id":"{{{Known}}}","name":"c"}},
              {"method":"put","object":{"type":"job","id":"{{{Other}}}","state":"adsghjsd"}},
              {"method":"patch","object":{"type":"site","id":"{{{Known}}}","name":"d"}},
              {"method":"patch","object":{"type":"site","id":"{{{Other}}}","name":"e"}},
              {"method":"delete","object":{"type":"site","id":"{{{Other}}}"}},
              {"method":"put","object":{"type":"nothing","id":"{{{Other}}}"}},
              {"method":"upsert","object":{"type":"site","id":"{{{Other}}}"}},
              {"method":"put","object":{"type":"site","name":"f"}},
              {"method":"delete","object":{"id":"{{{Other}}}"}},
              {"method":"put","object":{"type":"site","id":"{{{Other}}}","name":"g"}}
            ]}
            """);

        answer.Expect(200);
        Assert.False(answer["stop_on_error"].GetBoolean());
        JsonElement[] operations = [.. answer["operations"].EnumerateArray()];
        Assert.Equal(
            [null, null, "INVALID_VALUE", "INVALID_VALUE", null, "OBJECT_NOT_FOUND", "OBJECT_NOT_FOUND", "ROUTE_ERROR", "INVALID_API_REQUEST", "INVALID_API_REQUEST", "INVALID_API_REQUEST", null],
            operations.Select(ErrorType));
        Assert.All(operations, operation => Assert.Equal(ErrorType(operation) is null, operation.GetProperty("success").GetBoolean()));
        Assert.NotNull(operations[0].GetProperty("object").GetProperty("id").GetString());
        Assert.Equal($$"""{"type":"site","id":"{{Known}}"}""", operations[1].GetProperty("object").GetRawText());
        Assert.Equal("Invalid option \"adsghjsd\" for field 'state'.", operations[3].GetProperty("error").GetProperty("detail").GetString());
        Assert.Equal(["a", "d", "g"], (await api.Emulator.ObjectsAsync("site")).Select(site => JsonDocument.Parse(site.Json).RootElement.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task After_the_first_failure_the_rest_is_skipped_when_asked_for()
    {
        await using Api api = await Api.StartAsync();

        Answer answer = await api.PostAsync("batch.json", $$$"""
            {"stop_on_error":true,"operations":[
              {"method":"post","object":{"type":"site","name":"a"}},
              {"method":"delete","object":{"type":"site","id":"{{{Other}}}"}},
              {"method":"post","object":{"type":"site","name":"b"}}
            ]}
            """);

        Assert.True(answer.Expect(200)["stop_on_error"].GetBoolean());
        Assert.Equal([null, "OBJECT_NOT_FOUND", new Assumptions().SkippedOperationErrorType], answer["operations"].EnumerateArray().Select(ErrorType));
        Assert.Equal(1, await api.Emulator.CountAsync("site"));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"operations\":{}}")]
    [InlineData("{\"operations\":[1]}")]
    [InlineData("{\"operations\":[{\"method\":\"post\"}]}")]
    [InlineData("{\"operations\":[{\"method\":\"post\",\"object\":{\"type\":\"site\"}},{\"object\":{\"type\":\"site\"}}]}")]
    [InlineData("{\"stop_on_error\":\"no\",\"operations\":[]}")]
    public async Task An_ill_formed_batch_does_nothing_at_all(string body)
    {
        await using Api api = await Api.StartAsync();

        (await api.PostAsync("batch.json", body)).ExpectError(400, "INVALID_API_REQUEST");

        Assert.Equal(0, await api.Emulator.CountAsync("site"));
    }

    [Fact]
    public async Task A_batch_takes_a_thousand_operations_and_not_one_more()
    {
        await using Api api = await Api.StartAsync();

        (await api.PostAsync("batch.json", Batch(1001))).ExpectError(400, "INVALID_API_REQUEST");
        long afterTooMany = await api.Emulator.CountAsync("site");
        (await api.PostAsync("batch.json", Batch(1000))).Expect(200);

        Assert.Equal(0, afterTooMany);
        Assert.Equal(1000, await api.Emulator.CountAsync("site"));

        static string Batch(int count) => $$"""{"operations":[{{string.Join(',', Enumerable.Repeat("""{"method":"post","object":{"type":"site"}}""", count))}}]}""";
    }

    private static string? ErrorType(JsonElement operation) =>
        operation.TryGetProperty("error", out JsonElement error) ? error.GetProperty("type").GetString() : null;
}
