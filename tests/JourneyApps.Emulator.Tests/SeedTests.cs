namespace JourneyApps.Emulator.Tests;

public sealed class SeedTests
{
    private const string Id = "613e4cb0-e665-4705-aaef-2fb91adacabd";

    [Fact]
    public async Task Seeded_objects_are_there_and_logged_but_no_requests()
    {
        await using Api api = await Api.StartAsync();

        IReadOnlyList<string> ids = await api.Emulator.SeedAsync("job", $$$"""{"id":"{{{Id}}}","title":"Pump","report":{"base64":"aGVsbG8="}}""", """{"title":"Valve"}""");

        Assert.Empty(api.Emulator.Requests);
        Assert.Equal(Id, ids[0]);
        Assert.Equal(ids, (await api.GetAsync("objects/job.json")).Ids);
        Assert.Equal(2, (await api.GetAsync("oplog.json"))["entries"].GetArrayLength());
    }

    [Theory]
    [InlineData("job", "{\"count\":\"many\"}", "count")]
    [InlineData("job", "[]", "object")]
    [InlineData("job", "{", "JSON")]
    [InlineData("task", "{}", "task")]
    [InlineData("job", "{\"type\":\"site\",\"title\":\"Depot\"}", "The object has the type 'site', not 'job'.")]
    public async Task What_cannot_be_seeded_is_named_and_nothing_is_stored(string model, string json, string named)
    {
        await using Api api = await Api.StartAsync();

        ArgumentException exception = await Assert.ThrowsAsync<ArgumentException>(() => api.Emulator.SeedAsync(model, "{}", json));

        Assert.Contains(named, exception.Message, StringComparison.Ordinal);
        Assert.Equal(0, await api.Emulator.CountAsync("job"));
    }

    [Fact]
    public async Task A_field_of_another_type_has_no_value_in_objects_queries_and_the_log()
    {
        await using Api api = await Api.StartAsync(Vectors.Room("{name} {n} {day} {mc}"));
        await api.Emulator.SeedAsync("room", $$"""{"id":"{{Id}}","name":"Lab","n":7,"day":"2020-01-01","mc":["a"],"sc":"b","d":1.5,"photo_id":"{{Id}}"}""");
        await api.Emulator.UpdateSchemaAsync(Vectors.Room("{name} {n} {day} {mc}")
            .Replace("name=\"n\" label=\"N\" type=\"integer\"", "name=\"n\" label=\"N\" type=\"text\"", StringComparison.Ordinal)
            .Replace("name=\"day\" label=\"Day\" type=\"date\"", "name=\"day\" label=\"Day\" type=\"number\"", StringComparison.Ordinal)
            .Replace("name=\"d\" label=\"D\" type=\"number\"", "name=\"d\" label=\"D\" type=\"datetime\"", StringComparison.Ordinal)
            .Replace("label=\"Choices\" type=\"multiple-choice\"", "label=\"Choices\" type=\"single-choice\"", StringComparison.Ordinal));

        Answer read = await api.GetAsync($"objects/room/{Id}.json");
        Answer log = await api.GetAsync("oplog.json");
        Answer query = await api.PostAsync("objects/room/query.json", """{"expression":"n = ? and day = ? and mc = ? and d = ? and sc = ?","arguments":[null,null,null,null,"b"]}""");
        Answer ordered = await api.PostAsync("objects/room/query.json", """{"expression":"day > ? or n contains ?","arguments":[-1,"7"]}""");

        foreach (System.Text.Json.JsonElement shown in new[] { read.Expect(200).Json, log.Expect(200)["entries"][0].GetProperty("object") })
        {
            Assert.All(["n", "day", "mc"], name => Assert.False(shown.TryGetProperty(name, out _)));
            Assert.Equal("Lab", shown.GetProperty("display").GetString()!.Trim());
            Assert.Equal("b", shown.GetProperty("sc").GetProperty("key").GetString());
        }

        Assert.Equal(1, query["count"].GetInt32());
        Assert.Equal(0, ordered["count"].GetInt32());
    }
}
