using System.Text.Json;

namespace JourneyApps.Emulator.Tests;

/// <summary>Writing, with the documented examples.</summary>
public sealed class WriteTests
{
    private const string Id = "613e4cb0-e665-4705-aaef-2fb91adacabd";
    private const string Site = "6ac7fe8c-537f-4459-9de0-65675c478fe6";

    [Fact]
    public async Task A_created_object_gets_an_id_and_is_answered_bare_with_its_nulls()
    {
        await using Api api = await Api.StartAsync();

        Answer answer = (await api.PostAsync("objects/job.json", $$$"""{"job":{"title":"Pump","id":"{{{Id}}}","nothing":1,"display":"x"}}""")).Expect(200);

        Assert.Matches("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$", answer["id"].GetString());
        Assert.NotEqual(Id, answer["id"].GetString());
        Assert.Equal("Pump ()", answer["display"].GetString());
        Assert.All(["notes", "site_id", "picture", "tags"], name => Assert.Equal(JsonValueKind.Null, answer[name].ValueKind));
    }

    [Fact]
    public async Task A_form_creates_the_same_object_as_json()
    {
        await using Api api = await Api.StartAsync(options: new() { AcceptForms = true });
        const string Form = "job[title]=My%20First+Task&job[count]=1&job[cost]=2.5&job[done]=true&job[state]=new&job[grade]=10&job[tags][]=b&job[tags][]=a&job[notes]=&job[due]=&job[where][latitude]=1.5&job[where][longitude]=2";

        Answer answer = await api.SendAsync(HttpMethod.Post, "objects/job.json", Form, "application/x-www-form-urlencoded");

        string json = (await api.Emulator.FindAsync("job", answer.Expect(200)["id"].GetString()!))!.Json;
        Assert.StartsWith("""{"title":"My First Task","notes":"","count":1,"cost":2.5,"done":true,"state":"new","grade":10,"tags":["b","a"],"where":{"latitude":1.5,"longitude":2,"altitude":null""", json, StringComparison.Ordinal);
        (await api.SendAsync(HttpMethod.Post, "objects/job.json", "job[count]=many", "application/x-www-form-urlencoded")).ExpectError(422, "INVALID_VALUE");
        (await api.SendAsync(HttpMethod.Post, "objects/job.json", "job[a=1", "application/x-www-form-urlencoded")).ExpectError(400, "INVALID_API_REQUEST");
        (await api.SendAsync(HttpMethod.Post, "objects/job.json", "job=1&job[title]=x", "application/x-www-form-urlencoded")).ExpectError(400, "INVALID_API_REQUEST");
    }

    [Fact]
    public async Task A_patch_changes_what_it_names_null_clears_and_the_rest_stays()
    {
        await using Api api = await Api.StartAsync();
        await api.PutAsync($"objects/job/{Id}.json", $$$"""{"job":{"title":"Pump","notes":"n","count":7,"tags":["a"],"site_id":"{{{Site}}}"}}""");

        Answer answer = await api.PatchAsync($"objects/job/{Id}.json", """{"job":{"notes":null,"count":8,"tags":[],"site_id":null}}""");

        answer.Expect(200);
        Assert.Equal("""{"title":"Pump","count":8,"tags":[]}""", (await api.Emulator.FindAsync("job", Id))!.Json);
        Assert.Equal("[]", answer["tags"].GetRawText());
    }

    [Fact]
    public async Task A_put_replaces_the_whole_object_or_creates_it()
    {
        await using Api api = await Api.StartAsync(options: new() { Assumptions = new() { PutCreateStatus = 201 } });

        Answer created = await api.PutAsync($"objects/job/{Id}.json", """{"job":{"title":"Pump","notes":"n"}}""");
        Answer replaced = await api.PutAsync($"objects/job/{Id}.json", """{"job":{"title":"Valve"}}""");

        created.Expect(201);
        replaced.Expect(200);
        Assert.Equal("""{"title":"Valve"}""", (await api.Emulator.FindAsync("job", Id))!.Json);
    }

    [Fact]
    public async Task A_deleted_object_is_gone_and_cannot_be_deleted_or_patched_again()
    {
        await using Api api = await Api.StartAsync();
        await api.PutAsync($"objects/site/{Site}.json", """{"site":{"name":"Depot"}}""");
        await api.PutAsync($"objects/job/{Id}.json", $$$"""{"job":{"site_id":"{{{Site}}}"}}""");

        Answer deleted = await api.DeleteAsync($"objects/site/{Site}.json");

        Assert.Equal((200, string.Empty), (deleted.Status, deleted.Text));
        (await api.DeleteAsync($"objects/site/{Site}.json")).ExpectError(404, "OBJECT_NOT_FOUND");
        (await api.PatchAsync($"objects/site/{Site}.json", """{"site":{}}""")).ExpectError(404, "OBJECT_NOT_FOUND");
        Assert.Equal(Site, (await api.GetAsync($"objects/job/{Id}.json"))["site_id"].GetString());
    }

    [Theory]
    [InlineData("title", "5")]
    [InlineData("title", "\"\\ud800\"")]
    [InlineData("title", "{}")]
    [InlineData("count", "\"7\"")]
    [InlineData("count", "7.5")]
    [InlineData("count", "2147483648")]
    [InlineData("count", "-2147483649")]
    [InlineData("cost", "\"1\"")]
    [InlineData("cost", "1e999")]
    [InlineData("due", "\"27 February\"")]
    [InlineData("due", "\"2016-02-30\"")]
    [InlineData("due", "20160227")]
    [InlineData("started_at", "\"2016-02-22T25:00:00Z\"")]
    [InlineData("started_at", "\"yesterday\"")]
    [InlineData("done", "1")]
    [InlineData("done", "\"true\"")]
    [InlineData("done", "{\"key\":true,\"display\":\"Yes\"}")]
    [InlineData("state", "\"Busy\"")]
    [InlineData("state", "1")]
    [InlineData("grade", "\"10\"")]
    [InlineData("grade", "5")]
    [InlineData("tags", "\"a\"")]
    [InlineData("tags", "[\"a\",\"z\"]")]
    [InlineData("tags", "[null]")]
    [InlineData("levels", "[\"1\"]")]
    [InlineData("where", "{\"latitude\":1}")]
    [InlineData("where", "[1]")]
    [InlineData("where", "\"here\"")]
    [InlineData("where", "{\"latitude\":1,\"longitude\":2,\"timestamp\":\"soon\"}")]
    [InlineData("site_id", "\"6AC7FE8C-537F-4459-9DE0-65675C478FE6\"")]
    [InlineData("site_id", "\"B1\"")]
    [InlineData("picture_id", "\"B1\"")]
    [InlineData("picture", "\"iVBORw0KGgo=\"")]
    [InlineData("picture", "{\"base64\":\"iVBO\\nRw0KGgo=\",\"filename\":\"a.png\"}")]
    [InlineData("picture", "{\"base64\":\"iVBORw0KGgo\",\"filename\":\"a.png\"}")]
    [InlineData("picture", "{\"base64\":\"====\",\"filename\":\"a.png\"}")]
    [InlineData("picture", "{\"base64\":5,\"filename\":\"a.png\"}")]
    [InlineData("picture", "{\"base64\":\"iVBORw0KGgo=\",\"filename\":\"A.png\"}")]
    [InlineData("picture", "{\"base64\":\"iVBORw0KGgo=\",\"filename\":\"a/b.png\"}")]
    public async Task A_value_that_does_not_fit_its_field_is_refused_and_nothing_changes(string field, string value)
    {
        await using Api api = await Api.StartAsync();
        await api.PutAsync($"objects/job/{Id}.json", """{"job":{"title":"Pump"}}""");
        string body = $$$"""{"job":{"title":"Valve","{{{field}}}":{{{value}}}}}""";

        (await api.PatchAsync($"objects/job/{Id}.json", body)).ExpectError(422, "INVALID_VALUE");
        (await api.PutAsync($"objects/job/{Id}.json", body)).ExpectError(422, "INVALID_VALUE");
        (await api.PostAsync("objects/job.json", body)).ExpectError(422, "INVALID_VALUE");

        Assert.Equal("""{"title":"Pump"}""", Assert.Single(await api.Emulator.ObjectsAsync("job")).Json);
        Assert.Single((await api.GetAsync("oplog.json?start=0"))["entries"].EnumerateArray());
    }

    [Theory]
    [InlineData("title", "\"\"", "\"\"")]
    [InlineData("title", "\"ünïcode \\ud83d\\ude00\"", "\"ünïcode \\uD83D\\uDE00\"")]
    [InlineData("count", "7.0", "7")]
    [InlineData("count", "-2147483648", "-2147483648")]
    [InlineData("cost", "1e21", "1E\\u002B21")]
    [InlineData("cost", "0.30000000000000004", "0.30000000000000004")]
    [InlineData("due", "\"2016-02-27T23:59:59-11:00\"", "\"2016-02-27\"")]
    [InlineData("due", "\"20160227\"", "\"2016-02-27\"")]
    [InlineData("started_at", "\"2016-02-22T14:00:53.999Z\"", "\"2016-02-22T14:00:53Z\"")]
    [InlineData("started_at", "\"2016-02-22T14:00:53+02:30\"", "\"2016-02-22T11:30:53Z\"")]
    [InlineData("started_at", "\"2016-02-22T14:00\"", "\"2016-02-22T14:00:00Z\"")]
    [InlineData("started_at", "\"20160222T140053Z\"", "\"2016-02-22T14:00:53Z\"")]
    [InlineData("started_at", "\"2016-02-22\"", "\"2016-02-22T00:00:00Z\"")]
    [InlineData("state", "\"new\"", "\"new\"")]
    [InlineData("grade", "10", "10")]
    [InlineData("levels", "[3,1,3]", "[3,1]")]
    [InlineData("path", "{\"any\":[1,\"x\"]}", "{\"any\":[1,\"x\"]}")]
    [InlineData("where", "[0,0]", "{\"latitude\":0,\"longitude\":0,\"altitude\":null,\"horizontal_accuracy\":null,\"vertical_accuracy\":null,\"timestamp\":\"2026-01-01T00:00:00Z\"}")]
    [InlineData("where", "{\"latitude\":-33.913147447989644,\"longitude\":18.882385137695337,\"altitude\":16.43,\"timestamp\":\"2013-02-22T14:00:53.5Z\"}", "{\"latitude\":-33.913147447989644,\"longitude\":18.882385137695337,\"altitude\":16.43,\"horizontal_accuracy\":null,\"vertical_accuracy\":null,\"timestamp\":\"2013-02-22T14:00:53Z\"}")]
    public async Task A_value_is_stored_in_the_form_in_which_it_is_read(string field, string value, string stored)
    {
        await using Api api = await Api.StartAsync(options: new() { TimeProvider = new ManualTime() });

        (await api.PutAsync($"objects/job/{Id}.json", $$$"""{"job":{"{{{field}}}":{{{value}}}}}""")).Expect(200);

        string json = (await api.Emulator.FindAsync("job", Id))!.Json;
        Assert.Equal($$"""{"{{field}}":{{stored.Replace("\\u002B", "+", StringComparison.Ordinal)}}}""", json);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"task\":{}}")]
    [InlineData("{\"job\":[]}")]
    [InlineData("{\"job\":null}")]
    [InlineData("{\"job\":{\"title\":\"x\"}")]
    [InlineData("{\"job\":{\"picture\":{\"base64\":\"iVBO")]
    public async Task A_body_that_is_no_wrapped_object_is_refused(string body)
    {
        await using Api api = await Api.StartAsync();

        (await api.PostAsync("objects/job.json", body)).ExpectError(400, "INVALID_API_REQUEST");
        (await api.PutAsync($"objects/job/{Id}.json", body)).ExpectError(400, "INVALID_API_REQUEST");
    }

    [Fact]
    public async Task An_unknown_option_is_named_in_the_documented_words()
    {
        await using Api api = await Api.StartAsync();

        Answer answer = await api.PostAsync("objects/job.json", """{"job":{"state":"test"}}""");

        answer.ExpectError(422, "INVALID_VALUE");
        Assert.Equal("Invalid value specified.", answer["title"].GetString());
        Assert.Equal("Invalid option \"test\" for field 'state'.", answer["detail"].GetString());
    }

    [Fact]
    public async Task A_put_demands_a_lower_case_uuid()
    {
        await using Api api = await Api.StartAsync();

        (await api.PutAsync($"objects/job/{Id.ToUpperInvariant()}.json", """{"job":{}}""")).ExpectError(422, "INVALID_VALUE");
        (await api.PatchAsync("objects/job/1.json", """{"job":{}}""")).ExpectError(404, "OBJECT_NOT_FOUND");
    }

    [Fact]
    public async Task A_key_that_left_the_schema_is_still_read_without_a_label()
    {
        await using Api api = await Api.StartAsync();
        await api.PutAsync($"objects/job/{Id}.json", """{"job":{"state":"busy","count":1}}""");
        await api.Emulator.UpdateSchemaAsync(Schemas.Recorded.Replace("<option key=\"busy\">Busy</option>", string.Empty, StringComparison.Ordinal));

        Answer read = await api.GetAsync($"objects/job/{Id}.json");
        Answer patched = await api.PatchAsync($"objects/job/{Id}.json", """{"job":{"count":2}}""");

        Assert.Equal("""{"key":"busy","display":null}""", read["state"].GetRawText());
        Assert.Equal("""{"key":"busy","display":null}""", patched["state"].GetRawText());
    }

    [Fact]
    public async Task A_body_above_the_limit_is_refused()
    {
        await using Api api = await Api.StartAsync(options: new() { MaxBodyBytes = 1000 });

        (await api.PostAsync("objects/job.json", $$$"""{"job":{"title":"{{{new string('x', 2000)}}}"}}""")).ExpectError(413, "INVALID_API_REQUEST");
        (await api.PostAsync("objects/job.json", """{"job":{"title":"x"}}""")).Expect(200);
    }

    [Fact]
    public async Task Each_assumption_on_writing_can_be_switched()
    {
        Assumptions strict = new() { CreateStatus = 201, CreateTakesId = true, IgnoreUnknownMembers = false, AllowDanglingLinks = false, RoundMilliseconds = true, NullMembers = NullMembers.Never, NullAttachmentIdClears = false, UnknownModelErrorType = "MODEL_NOT_FOUND", PluralModelNames = false };
        await using Api api = await Api.StartAsync(options: new() { Assumptions = strict });

        Answer created = await api.PostAsync("objects/job.json", $$$"""{"job":{"id":"{{{Id}}}","started_at":"2016-02-22T14:00:53.500Z"}}""");

        Assert.Equal(Id, created.Expect(201)["id"].GetString());
        Assert.Equal("2016-02-22T14:00:54Z", created["started_at"].GetString());
        Assert.False(created.Json.TryGetProperty("notes", out _));
        (await api.PostAsync("objects/job.json", $$$"""{"job":{"id":"{{{Id}}}"}}""")).ExpectError(422, "INVALID_VALUE");
        (await api.PostAsync("objects/job.json", """{"job":{"titel":"x"}}""")).ExpectError(422, "INVALID_VALUE");
        (await api.PostAsync("objects/job.json", $$$"""{"job":{"site_id":"{{{Site}}}"}}""")).ExpectError(422, "INVALID_VALUE");
        (await api.GetAsync("objects/jobs.json")).ExpectError(404, "MODEL_NOT_FOUND");
        (await api.GetAsync("objects/job.json?embed=nothing")).Expect(200);
    }
}
