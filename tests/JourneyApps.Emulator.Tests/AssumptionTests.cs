using System.Reflection;
using System.Text.Json;

namespace JourneyApps.Emulator.Tests;

public sealed class AssumptionTests
{
    private const string Missing = "00000000-0000-4000-8000-000000000000";

    [Fact]
    public void Every_assumption_is_listed_in_the_documentation_and_nothing_else_is()
    {
        string documented = Schemas.Read("assumptions.md");
        string table = documented[documented.IndexOf("## Configurable", StringComparison.Ordinal)..documented.IndexOf("`EmulatorOptions` has", StringComparison.Ordinal)];

        string[] listed = [.. table.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split('`')[1]).Order(StringComparer.Ordinal)];

        string[] members = [.. typeof(Assumptions).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => property.Name).Order(StringComparer.Ordinal)];
        Assert.Equal(members, listed);
    }

    [Fact]
    public async Task Assumptions_on_values_and_ids_can_be_switched()
    {
        await using Api api = await Api.StartAsync(options: new() { Assumptions = new() { IdsMustBeUuids = false, WholeFractionsAreIntegers = false, KeepDuplicateKeys = true, DeleteMissingSucceeds = true } });

        Answer put = await api.PutAsync("objects/job/B-1.json", """{"job":{"site_id":"S1","tags":["a","a"]}}""");

        Assert.Equal("S1", put.Expect(200)["site_id"].GetString());
        Assert.Equal(2, put["tags"].GetArrayLength());
        (await api.PutAsync("objects/job/B.1.json", """{"job":{}}""")).ExpectError(422, "INVALID_VALUE");
        (await api.PatchAsync("objects/job/B-1.json", """{"job":{"count":7.0}}""")).ExpectError(422, "INVALID_VALUE");
        (await api.PatchAsync("objects/job/B-1.json", """{"job":{"count":7}}""")).Expect(200);
        (await api.DeleteAsync($"objects/job/{Missing}.json")).Expect(200);
    }

    [Fact]
    public async Task Assumptions_on_reading_can_be_switched()
    {
        Assumptions other = new() { EmbedMissingAsNull = false, RejectUnknownEmbed = true, IgnoreUnknownFilters = true, BadExpressionErrorType = "BAD_QUERY", NullMembers = NullMembers.Always, NullsFirst = false, SortIgnoresCase = true, NotEqualMatchesNull = false, SearchLimit = 1 };
        await using Api api = await Api.StartAsync(options: new() { Assumptions = other });
        foreach (string name in new[] { "\"b\"", "\"A\"", "\"a\"", "null" }) await api.PostAsync("objects/site.json", "{\"site\":{\"name\":" + name + "}}");

        Answer job = await api.PostAsync("objects/job.json", "{\"job\":{}}");
        Answer embedded = await api.GetAsync($"objects/job/{job["id"].GetString()}.json?embed=site");
        Answer sorted = await api.GetAsync("objects/site.json?sort[name]=1&q[nothing]=1");

        Assert.False(embedded.Json.TryGetProperty("site", out _));
        Assert.Equal(JsonValueKind.Null, embedded["title"].ValueKind);
        Assert.Equal(["A", "A", "B", null], sorted["objects"].EnumerateArray().Select(site => site.GetProperty("name").GetString()?.ToUpperInvariant()));
        Assert.Equal(2, (await api.GetAsync("objects/site.json?q[name.ne]=b"))["count"].GetInt32());
        Assert.Equal(1, (await api.PostAsync("objects/site/search.json", """{"query":"a"}"""))["count"].GetInt32());
        (await api.GetAsync("objects/job.json?embed=nothing")).ExpectError(400, "INVALID_API_REQUEST");
        (await api.PostAsync("objects/job/query.json", """{"expression":"","arguments":[]}""")).ExpectError(400, "BAD_QUERY");
    }

    [Fact]
    public async Task Assumptions_on_the_oplog_can_be_switched()
    {
        await using Api api = await Api.StartAsync(options: new() { Assumptions = new() { OplogNeedsStart = true, OplogKeepsDeletedValues = true } });
        await api.PutAsync($"objects/site/{Missing}.json", """{"site":{"name":"Depot"}}""");
        await api.DeleteAsync($"objects/site/{Missing}.json");

        Answer log = await api.GetAsync("oplog.json?start=0");

        Assert.Equal("Depot", log["entries"][1].GetProperty("object").GetProperty("name").GetString());
        (await api.GetAsync("oplog.json")).ExpectError(400, "INVALID_API_REQUEST");
        (await api.GetAsync("oplog.json?tail=true")).Expect(200);
    }

    [Fact]
    public async Task Moments_in_display_texts_are_in_the_zone_asked_for()
    {
        var zone = TimeZoneInfo.CreateCustomTimeZone("test", TimeSpan.FromHours(2), "test", "test");
        await using Api api = await Api.StartAsync(Vectors.Room("{at}"), new EmulatorOptions { Assumptions = new() { DisplayTimeZone = zone } });

        Answer answer = await api.PostAsync("objects/room.json", """{"room":{"at":"2020-01-02T23:04:05Z"}}""");

        Assert.Equal("January 3 2020 1:04 AM", answer["display"].GetString());
    }
}
