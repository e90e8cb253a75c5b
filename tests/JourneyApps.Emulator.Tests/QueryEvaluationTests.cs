using System.Text.Json;
using JourneyApps.Emulator.Text;

namespace JourneyApps.Emulator.Tests;

/// <summary>The vectors of the reference engine, over the wire, so through storage and whatever finds rows there.</summary>
public sealed class QueryEvaluationTests
{
    // The vectors have short ids, the API has UUIDs.
    private static readonly (string Short, string Uuid)[] Ids =
    [
        ("\"B1\"", "\"9913706a-179b-11e2-aaff-0026189d9dc0\""),
        ("\"ID1\"", "\"613e4cb0-e665-4705-aaef-2fb91adacabd\""),
        ("\"id1\"", "\"613E4CB0-E665-4705-AAEF-2FB91ADACABD\""),
        ("\"ID2\"", "\"761f96cc-45ba-4db1-b8d9-a88bd819e459\""),
        ("\"P\"", "\"ffca93d4-690c-4563-9d38-42c97b51443b\""),
    ];

    [Fact]
    public async Task Every_vector_of_the_reference_engine_holds_over_the_wire()
    {
        await using Api api = await Api.StartAsync(Vectors.Room());
        List<string> wrong = [];
        int checkedVectors = 0;
        foreach (JsonElement vector in Vectors.Read("evaluation"))
        {
            string? outcome = await OutcomeAsync(api, JsonDocument.Parse(WithUuids(vector.GetRawText())).RootElement);
            if (outcome is not null) wrong.Add($"{outcome}: {vector.GetRawText()}");
            checkedVectors++;
        }

        Assert.Empty(wrong);
        Assert.Equal(70, checkedVectors);
    }

    [Theory]
    [InlineData("2020-01-01T00:00:00Z", true)]
    [InlineData("2020-01-01T00:00:00.999Z", true)]
    [InlineData("2020-01-01T01:00:00+01:00", true)]
    [InlineData("2020-01-01", true)]
    [InlineData("2020-01-01T00:00:01Z", false)]
    [InlineData("soon", false)]
    public async Task A_moment_is_compared_at_whole_seconds_whatever_form_the_argument_has(string argument, bool expected)
    {
        await using Api api = await Api.StartAsync(Vectors.Room());
        await api.PostAsync("objects/room.json", """{"room":{"at":"2020-01-01T00:00:00Z"}}""");

        Answer answer = await api.PostAsync("objects/room/query.json", JsonSerializer.Serialize(new { expression = "at = ?", arguments = new[] { argument } }, JsonText.Options));

        Assert.Equal(expected ? 1 : 0, answer["count"].GetInt32());
    }

    [Fact]
    public async Task Strict_equality_can_be_asked_for_instead_of_javascripts()
    {
        EmulatorOptions options = new() { Assumptions = new() { LooseEquality = false } };
        await using Api api = await Api.StartAsync(Vectors.Room(), options);
        await api.PostAsync("objects/room.json", """{"room":{"n":7,"b":true}}""");

        Answer text = await api.PostAsync("objects/room/query.json", """{"expression":"n = ?","arguments":["7"]}""");
        Answer number = await api.PostAsync("objects/room/query.json", """{"expression":"b = ?","arguments":[1]}""");

        Assert.Equal(0, text["count"].GetInt32());
        Assert.Equal(0, number["count"].GetInt32());
    }

    [Fact]
    public async Task An_order_that_names_a_field_again_and_again_is_that_of_its_first_place()
    {
        await using Api api = await Api.StartAsync(Vectors.Room());
        foreach (int number in (int[])[2, 3, 1]) await api.PostAsync("objects/room.json", $$"""{"room":{"n":{{number}} } }""");

        string[] sort = ["-n", .. Enumerable.Repeat("n", 100_000)];
        Answer answer = await api.PostAsync(
            "objects/room/query.json", JsonSerializer.Serialize(new { expression = "n > ?", arguments = new[] { 0 }, sort }, JsonText.Options));

        answer.Expect(200);
        Assert.Equal([3, 2, 1], answer["objects"].EnumerateArray().Select(room => room.GetProperty("n").GetInt32()));
    }

    private static async Task<string?> OutcomeAsync(Api api, JsonElement vector)
    {
        JsonElement stored = vector.GetProperty("stored");
        string id = stored.TryGetProperty("id", out JsonElement given) ? given.GetString()! : Guid.NewGuid().ToString();
        Answer put = await api.PutAsync($"objects/room/{id}.json", $$"""{"room":{{stored.GetRawText()}}}""");
        if (put.Status != 200) return put.Text;

        // The object's own id keeps those of other vectors out.
        string body = $$"""{"expression":"({{vector.GetProperty("expression").GetString()}}) and id = ?","arguments":[{{vector.GetProperty("arguments").GetRawText()[1..^1]}},"{{id}}"]}""";
        Answer answer = await api.PostAsync("objects/room/query.json", body);
        await api.DeleteAsync($"objects/room/{id}.json");
        if (vector.TryGetProperty("message", out JsonElement message))
        {
            return answer.Status == 400 && answer["detail"].GetString()!.StartsWith(message.GetString()!, StringComparison.Ordinal) ? null : answer.Text;
        }

        if (answer.Status != 200) return answer.Text;
        bool matched = answer["count"].GetInt32() == 1;
        return matched == vector.GetProperty("result").GetBoolean() ? null : $"answered {matched}";
    }

    private static string WithUuids(string json)
    {
        foreach ((string shortId, string uuid) in Ids) json = json.Replace(shortId, uuid, StringComparison.Ordinal);
        return json;
    }
}
