namespace JourneyApps.Emulator.Tests;

public sealed class StartTests
{
    [Fact]
    public async Task A_started_emulator_serves_its_schema_to_the_bearer_of_its_token()
    {
        await using Api api = await Api.StartAsync();

        Answer answer = await api.GetAsync("datamodel.xml");

        answer.Expect(200);
        Assert.Equal(Schemas.Recorded, answer.Text);
        Assert.True(api.Emulator.BaseAddress.IsLoopback);
    }

    [Fact]
    public async Task A_schema_with_errors_is_refused_with_line_and_column()
    {
        const string Broken = "<data-model>\n  <model name=\"job\" label=\"Job\">\n    <field name=\"title\" label=\"Title\" type=\"strin\"/>\n    <display>{title}</display>\n  </model>\n</data-model>";

        EmulatorSchemaException exception = await Assert.ThrowsAsync<EmulatorSchemaException>(() => JourneyEmulator.StartAsync(Broken));

        Assert.NotEmpty(exception.Diagnostics);
        Assert.Contains("(3,", exception.Message, StringComparison.Ordinal);
        Assert.Contains("JA1", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_schema_is_served_under_a_new_hash_and_a_broken_one_changes_nothing()
    {
        await using Api api = await Api.StartAsync();
        string before = api.Emulator.DataModelHash;

        await api.Emulator.UpdateSchemaAsync(Schemas.Recorded.Replace("label=\"Title\"", "label=\"Heading\"", StringComparison.Ordinal));
        string after = api.Emulator.DataModelHash;
        await Assert.ThrowsAsync<EmulatorSchemaException>(() => api.Emulator.UpdateSchemaAsync("<data-model><model/></data-model>"));

        Assert.NotEqual(before, after);
        Assert.Equal(after, api.Emulator.DataModelHash);
        Assert.Equal(after, (await api.GetAsync("datamodel.json"))["datamodel_hash"].GetString());
        Assert.Equal(after, (await api.GetAsync("oplog.json?start=0"))["datamodel_hash"].GetString());
    }

    [Fact]
    public async Task Requests_are_recorded_with_path_query_and_body_but_without_credentials()
    {
        await using Api api = await Api.StartAsync();

        await api.PostAsync("objects/site.json?x=%201", """{"site":{"name":"Depot"}}""");

        RecordedRequest request = Assert.Single(api.Emulator.Requests);
        Assert.Equal("POST", request.Method);
        Assert.Equal("objects/site.json?x=%201", request.PathAndQuery);
        Assert.Equal("""{"site":{"name":"Depot"}}""", request.Body);
        Assert.Equal(200, request.StatusCode);
        Assert.Equal("Bearer", request.Headers["Authorization"]);
        api.Emulator.ClearRequests();
        Assert.Empty(api.Emulator.Requests);
    }

    [Fact]
    public async Task As_many_requests_are_recorded_as_asked_for_and_as_much_of_each()
    {
        await using Api api = await Api.StartAsync(options: new() { RecordedRequests = 2, RecordedBodyBytes = 7 });

        foreach (string name in new[] { "a", "b", "c" }) await api.PostAsync($"objects/site.json?{name}", """{"site":{}}""");

        Assert.Equal(["objects/site.json?b", "objects/site.json?c"], api.Emulator.Requests.Select(request => request.PathAndQuery));
        Assert.All(api.Emulator.Requests, request => Assert.Equal(("{\"site\"", 11), (request.Body, (int)request.BodyBytes)));
    }
}
