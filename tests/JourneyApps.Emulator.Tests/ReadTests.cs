using System.Text.Json;
using JourneyApps.Emulator.Text;

namespace JourneyApps.Emulator.Tests;

/// <summary>Reading, with the documented examples.</summary>
public sealed class ReadTests
{
    private const string Site = "6ac7fe8c-537f-4459-9de0-65675c478fe6";
    private const string Job = "613e4cb0-e665-4705-aaef-2fb91adacabd";
    private const string Missing = "00000000-0000-4000-8000-000000000000";

    [Fact]
    public async Task An_object_is_shown_flat_with_its_metadata_keys_with_labels_and_ids_of_links()
    {
        await using Api api = await StartWithJobAsync();

        Answer answer = await api.GetAsync($"objects/job/{Job}.json");

        answer.Expect(200);
        Assert.Equal("application/json", answer.ContentHeaders.ContentType!.MediaType);
        Assert.Equal(Job, answer["id"].GetString());
        Assert.Equal("job", answer["type"].GetString());
        Assert.Equal("Pump (Depot)", answer["display"].GetString());
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$", answer["updated_at"].GetString());
        Assert.Equal("""{"key":true,"display":"Yes"}""", answer["done"].GetRawText());
        Assert.Equal("""{"key":"busy","display":"Busy"}""", answer["state"].GetRawText());
        Assert.Equal("""{"key":10,"display":"Top"}""", answer["grade"].GetRawText());
        Assert.Equal("""[{"key":"b","display":"Beta"},{"key":"a","display":"Alpha"}]""", answer["tags"].GetRawText());
        Assert.Equal("2016-02-27", answer["due"].GetString());
        Assert.Equal("2016-02-22T14:00:53Z", answer["started_at"].GetString());
        Assert.Equal(Site, answer["site_id"].GetString());
        Assert.False(answer.Json.TryGetProperty("site", out _));
        Assert.False(answer.Json.TryGetProperty("notes", out _));
    }

    [Fact]
    public async Task A_suffix_is_optional_and_missing_things_have_their_own_errors()
    {
        await using Api api = await StartWithJobAsync();

        (await api.GetAsync($"objects/job/{Job}")).Expect(200);
        (await api.GetAsync("objects/job")).Expect(200);
        (await api.GetAsync("objects/jobs.json")).Expect(200);
        Answer missing = (await api.GetAsync($"objects/job/{Missing}.json")).ExpectError(404, "OBJECT_NOT_FOUND");
        Assert.Equal("Object not found.", missing["title"].GetString());
        Assert.Equal($"No job found with ID: '{Missing}'", missing["detail"].GetString());
        (await api.GetAsync("objects/nothing.json")).ExpectError(404, "ROUTE_ERROR");
        (await api.GetAsync("nowhere.json")).ExpectError(404, "ROUTE_ERROR");
        (await api.SendAsync(HttpMethod.Put, "objects/job.json", "{}")).ExpectError(404, "ROUTE_ERROR");
        (await api.GetAsync("/api/v4/000000000000000000000000/objects/job.json")).ExpectError(404, "ACCOUNT_NOT_FOUND");
    }

    [Theory]
    [InlineData("Bearer O:test-token-1", 200)]
    [InlineData("Token O:test-token-1", 200)]
    [InlineData("token O:test-token-1", 200)]
    [InlineData("Basic NjJkNTQxZmY5ZjU0YjcwMDA3MDZjNTg1OnRlc3QtcGFzc3dvcmQ=", 200)]
    [InlineData("Bearer O:other", 401)]
    [InlineData("Basic NjJkNTQxZmY5ZjU0YjcwMDA3MDZjNTg1Ok86dGVzdC10b2tlbi0x", 401)]
    [InlineData("O:test-token-1", 401)]
    [InlineData(null, 401)]
    public async Task Credentials_are_a_token_or_basic_and_anything_else_is_denied_in_plain_text(string? authorization, int status)
    {
        await using Api api = await Api.StartAsync();
        api.Client.DefaultRequestHeaders.Authorization = null;
        using HttpRequestMessage request = new(HttpMethod.Get, "objects/job.json");
        if (authorization is not null) request.Headers.TryAddWithoutValidation("Authorization", authorization);

        Answer answer = await api.SendAsync(request);

        answer.Expect(status);
        if (status == 200) return;
        Assert.Equal("HTTP Basic: Access denied.", answer.Text.Trim());
        Assert.Equal("text/plain", answer.ContentHeaders.ContentType!.MediaType);
    }

    [Fact]
    public async Task Pages_follow_limit_and_skip_and_say_whether_there_is_more()
    {
        await using Api api = await StartWithSitesAsync(25);

        Answer first = await api.GetAsync("objects/site.json?limit=10&skip=");
        Answer second = await api.GetAsync("objects/site.json?limit=10&skip=10");
        Answer third = await api.GetAsync("objects/site.json?limit=10&skip=20");
        Answer beyond = await api.GetAsync("objects/site.json?skip=100");
        Answer none = await api.GetAsync("objects/site.json?limit=0");

        Assert.Equal((10, 25, true), Envelope(first));
        Assert.Equal((10, 25, true), Envelope(second));
        Assert.Equal((5, 25, false), Envelope(third));
        Assert.Equal((0, 25, false), Envelope(beyond));
        Assert.Equal((0, 25, true), Envelope(none));
        Assert.Equal(25, first.Ids.Concat(second.Ids).Concat(third.Ids).Distinct().Count());
        (await api.GetAsync("objects/site.json?limit=-1")).ExpectError(400, "INVALID_API_REQUEST");
        (await api.GetAsync("objects/site.json?skip=ten")).ExpectError(400, "INVALID_API_REQUEST");
    }

    [Fact]
    public async Task A_page_never_holds_more_than_the_page_size_whatever_the_limit()
    {
        await using Api api = await StartWithSitesAsync(25, new EmulatorOptions { PageSize = 7 });

        Assert.Equal((7, 25, true), Envelope(await api.GetAsync("objects/site.json?limit=5000")));
        Assert.Equal((7, 25, true), Envelope(await api.PostAsync("objects/site/query.json", """{"expression":"name != ?","arguments":[null],"limit":1000}""")));

        await using Api strict = await Api.StartAsync(options: new() { Assumptions = new() { ClampLimit = false } });
        (await strict.GetAsync("objects/site.json?limit=1001")).ExpectError(400, "INVALID_API_REQUEST");
    }

    [Theory]
    [InlineData(TotalMode.Always, true, true)]
    [InlineData(TotalMode.OnRequest, false, true)]
    [InlineData(TotalMode.Never, false, false)]
    public async Task The_total_is_left_out_as_the_options_say_but_more_stays_right(TotalMode mode, bool plain, bool asked)
    {
        await using Api api = await StartWithSitesAsync(5, new EmulatorOptions { Total = mode });
        const string Query = """{"expression":"name contains ?","arguments":["S"],"limit":2,"skip":1}""";

        Answer list = await api.GetAsync("objects/site.json?limit=2&skip=1");
        Answer listAsked = await api.GetAsync("objects/site.json?limit=2&skip=1&total=true");
        Answer query = await api.PostAsync("objects/site/query.json", Query);
        Answer queryAsked = await api.PostAsync("objects/site/query.json?total=true", Query);
        Answer last = await api.PostAsync("objects/site/query.json", Query.Replace("\"skip\":1", "\"skip\":3", StringComparison.Ordinal));

        Assert.Equal([plain, asked, plain, asked], new[] { list, listAsked, query, queryAsked }.Select(answer => answer.Json.TryGetProperty("total", out _)));
        Assert.All([list, listAsked, query, queryAsked], answer => Assert.True(answer["more"].GetBoolean()));
        Assert.False(last["more"].GetBoolean());
    }

    [Theory]
    [InlineData("q[name]=Ada", "1")]
    [InlineData("query[name]=Ada", "1")]
    [InlineData("q[name]=ada", "")]
    [InlineData("q[name.ne]=Ada", "2 3 4")]
    [InlineData("q[name.contains]=d", "1 2")]
    [InlineData("q[name.contains]=D", "")]
    [InlineData("q[name.null]=true", "4")]
    [InlineData("q[name.null]=false", "1 2 3")]
    [InlineData("q[n]=7", "2")]
    [InlineData("q[n.lt]=7", "1")]
    [InlineData("q[n.lte]=7", "1 2")]
    [InlineData("q[n.gt]=7", "3")]
    [InlineData("q[n.gte]=7", "2 3")]
    [InlineData("q[n.gte]=1&q[n.lt]=9", "1 2")]
    [InlineData("q[day.gte]=2016-01-02", "2 3")]
    [InlineData("q[at.lt]=2016-01-02T00:00:00Z", "1")]
    [InlineData("q[b]=true", "1")]
    [InlineData("q[b]=false", "2")]
    [InlineData("q[sc]=a", "1 3")]
    [InlineData("q[sci.ne]=1", "2 3 4")]
    [InlineData("q[mc]=a", "1 2")]
    [InlineData("q[mc.ne]=a", "3 4")]
    [InlineData("q[mc.contains]=b", "2")]
    [InlineData("q[building_id]=9913706a-179b-11e2-aaff-0026189d9dc0", "2")]
    [InlineData("q[building_id.null]=true", "1 3 4")]
    [InlineData("q[_updated_at.gt]=2001-01-01T00:00:00Z", "1 2 3 4")]
    [InlineData("q[updated_at.lt]=2001-01-01", "")]
    [InlineData("q[id]=00000000-0000-4000-8000-000000000003", "3")]
    [InlineData("q%5Bname.contains%5D=%64", "1 2")]
    public async Task Filters_of_the_list_call_compare_by_the_type_of_their_field(string filter, string expected)
    {
        await using Api api = await StartWithRoomsAsync();

        Answer list = (await api.GetAsync($"objects/room.json?{filter}")).Expect(200);
        Answer count = (await api.GetAsync($"objects/room/count.json?{filter}")).Expect(200);

        Assert.Equal(expected, string.Join(' ', list.Ids.Select(id => id[^1])));
        Assert.Equal($$"""{"count":{{list.Ids.Length}}}""", count.Text);
    }

    [Theory]
    [InlineData("q[nothing]=1")]
    [InlineData("q[name.like]=1")]
    [InlineData("q[n]=many")]
    [InlineData("q[b]=maybe")]
    [InlineData("q[day]=soon")]
    [InlineData("q[at]=soon")]
    [InlineData("q[name.null]=perhaps")]
    [InlineData("sort[nothing]=1")]
    [InlineData("sort[name]=up")]
    public async Task A_filter_or_order_that_makes_no_sense_is_refused(string query)
    {
        await using Api api = await StartWithRoomsAsync();

        (await api.GetAsync($"objects/room.json?{query}")).ExpectError(400, "INVALID_API_REQUEST");
    }

    [Theory]
    [InlineData("sort[name]=1", "4 1 3 2")]
    [InlineData("sort[name]=-1", "2 3 1 4")]
    [InlineData("sort[name]=asc", "4 1 3 2")]
    [InlineData("sort[name]=DESC", "2 3 1 4")]
    [InlineData("sort%5Bsc%5D=-1&sort%5Bn%5D=-1", "2 3 1 4")]
    [InlineData("sort[n]=desc", "3 2 1 4")]
    [InlineData("sort[updated_at]=1", "1 2 3 4")]
    [InlineData("sort[_updated_at]=desc", "1 2 3 4")]
    [InlineData("sort[$natural]=-1", "4 3 2 1")]
    [InlineData("sort[building_id]=desc", "2 1 3 4")]
    [InlineData("", "1 2 3 4")]
    public async Task Lists_come_in_the_order_asked_for_nulls_first_and_ties_by_id(string sort, string expected)
    {
        await using Api api = await StartWithRoomsAsync();

        Answer answer = (await api.GetAsync($"objects/room.json?{sort}")).Expect(200);

        Assert.Equal(expected, string.Join(' ', answer.Ids.Select(id => id[^1])));
    }

    [Fact]
    public async Task Unsorted_lists_come_in_another_order_each_time_when_asked_to()
    {
        await using Api api = await StartWithSitesAsync(50, new EmulatorOptions { Seed = 3, Assumptions = new() { ListOrder = ListOrder.Random } });

        string[] first = (await api.GetAsync("objects/site.json")).Ids;
        string[] second = (await api.GetAsync("objects/site.json")).Ids;

        Assert.NotEqual(first, second);
        Assert.Equal(first.Order(), second.Order());
    }

    [Fact]
    public async Task A_query_sorts_pages_and_reports_what_is_wrong_with_its_expression()
    {
        await using Api api = await StartWithRoomsAsync();

        Answer page = await api.PostAsync("objects/room/query.json", """{"expression":"(name != ? or n > ?)","arguments":[null,1],"limit":2,"skip":1,"sort":["-name"]}""");
        Answer wrong = await api.PostAsync("objects/room/query.json", """{"expression":"name == ?","arguments":["x"]}""");

        Assert.Equal("3 1", string.Join(' ', page.Expect(200).Ids.Select(id => id[^1])));
        Assert.Equal((2, 3, false), Envelope(page));
        wrong.ExpectError(400, "INVALID_API_REQUEST");
        Assert.Equal("Expected ?\nname == ?\n      ^", wrong["detail"].GetString());
        (await api.PostAsync("objects/room/query.json", """{"arguments":[]}""")).ExpectError(400, "INVALID_API_REQUEST");
        (await api.PostAsync("objects/room/query.json", """{"expression":"name = ?","arguments":["x"],"limit":-1}""")).ExpectError(400, "INVALID_API_REQUEST");
        (await api.PostAsync("objects/room/query.json", """{"expression":"name = ?","arguments":["x"],"sort":"name"}""")).ExpectError(400, "INVALID_API_REQUEST");
    }

    [Fact]
    public async Task A_thousand_ids_are_found_in_one_query_and_missing_ones_are_just_absent()
    {
        await using Api api = await StartWithSitesAsync(999);
        string[] ids = (await api.GetAsync("objects/site.json")).Ids;

        Answer answer = await api.PostAsync("objects/site/query.json", JsonSerializer.Serialize(new { expression = "id in ?", arguments = new[] { ids.Append(Missing) } }, JsonText.Options));

        Assert.Equal(ids.Order(), answer.Expect(200).Ids.Order());
    }

    [Theory]
    [InlineData("or", 3)]
    [InlineData("and", 0)]
    public async Task Thousands_of_terms_are_too_many_for_the_database_but_not_for_a_query(string keyword, int expected)
    {
        await using Api api = await StartWithRoomsAsync();
        object[] values = [.. Enumerable.Range(0, 3000).Select(i => (object)i)];
        string expression = string.Join($" {keyword} ", values.Select(_ => "n = ?"));

        Answer answer = await api.PostAsync("objects/room/query.json", JsonSerializer.Serialize(new { expression, arguments = values }, JsonText.Options));
        Answer nulls = await api.PostAsync("objects/room/query.json", JsonSerializer.Serialize(new { expression, arguments = new object?[3000] }, JsonText.Options));

        Assert.Equal(expected, answer.Expect(200)["count"].GetInt32());
        Assert.Equal(1, nulls.Expect(200)["count"].GetInt32());
    }

    [Fact]
    public async Task A_search_finds_text_in_any_text_field_whatever_its_case()
    {
        await using Api api = await StartWithJobAsync();

        Assert.Equal([Job], (await api.PostAsync("objects/job/search.json", """{"query":"pUM"}""")).Expect(200).Ids);
        Assert.Empty((await api.PostAsync("objects/job/search.json", """{"query":"busy"}""")).Expect(200).Ids);
        (await api.PostAsync("objects/job/search.json", "{}")).ExpectError(400, "INVALID_API_REQUEST");
    }

    [Theory]
    [InlineData("embed=site")]
    [InlineData("embed=site,assignee")]
    [InlineData("embed[]=site&embed[]=assignee")]
    public async Task Embedded_objects_stand_under_the_name_of_their_relationship(string embed)
    {
        await using Api api = await StartWithJobAsync();

        Answer single = await api.GetAsync($"objects/job/{Job}.json?{embed}");
        Answer list = await api.GetAsync($"objects/job.json?{embed}");

        Assert.Equal("Depot", single["site"].GetProperty("name").GetString());
        Assert.Equal("site", list["objects"][0].GetProperty("site").GetProperty("type").GetString());
        Assert.Equal(embed.Contains("assignee", StringComparison.Ordinal), single.Json.TryGetProperty("assignee", out JsonElement assignee));
        if (assignee.ValueKind != JsonValueKind.Undefined) Assert.Equal(JsonValueKind.Null, assignee.ValueKind);
    }

    [Fact]
    public async Task The_data_model_has_a_tag_and_is_not_sent_again_while_it_is_the_same()
    {
        await using Api api = await Api.StartAsync();
        Answer first = (await api.GetAsync("datamodel.json")).Expect(200);
        string tag = first.Headers.ETag!.Tag;
        using HttpRequestMessage again = new(HttpMethod.Get, "datamodel.json");
        again.Headers.TryAddWithoutValidation("If-None-Match", tag);
        using HttpRequestMessage later = new(HttpMethod.Get, "datamodel.json");
        later.Headers.TryAddWithoutValidation("If-None-Match", tag);

        Answer unchanged = await api.SendAsync(again);
        await api.Emulator.UpdateSchemaAsync(Schemas.Recorded.Replace("label=\"Job\"", "label=\"Task\"", StringComparison.Ordinal));
        Answer changed = await api.SendAsync(later);

        Assert.Equal($"\"{first["datamodel_hash"].GetString()}\"", tag);
        Assert.Equal((304, string.Empty), (unchanged.Status, unchanged.Text));
        Assert.Equal("Task", changed.Expect(200)["models"].GetProperty("job").GetProperty("label").GetString());
        JsonElement job = first["models"].GetProperty("job");
        Assert.Equal("""{"name":"notes","label":"Notes","type":"text","subtype":"paragraph"}""", job.GetProperty("fields").GetProperty("notes").GetRawText());
        Assert.Equal("""{"model":"user","name":"assignee","inverse_of":"jobs"}""", job.GetProperty("belongs_to").GetProperty("assignee").GetRawText());
        Assert.Equal("""[{"key":false,"display":"Normal"},{"key":true,"display":"Urgent"}]""", Sorted(job.GetProperty("fields").GetProperty("urgent").GetProperty("options")));
        Assert.Equal("user", first["app_user"].GetString());
    }

    [Fact]
    public async Task Information_and_indexes_have_the_shapes_that_the_platforms_tools_read()
    {
        await using Api api = await Api.StartAsync(Vectors.Room());

        Answer info = await api.GetAsync("info.json");
        Answer indexes = await api.GetAsync("indexes.json");

        Assert.Equal(JsonValueKind.String, info.Expect(200)["app_id"].ValueKind);
        JsonElement first = indexes.Expect(200)["models"].GetProperty("room").GetProperty("indexes")[0];
        Assert.Equal("""{"key":{"_id":1},"name":"_id_","status":"ready","type":"internal"}""", first.GetRawText());
    }

    private static string Sorted(JsonElement array) => $"[{string.Join(',', array.EnumerateArray().Select(item => item.GetRawText()).Order(StringComparer.Ordinal))}]";

    private static (int Count, int Total, bool More) Envelope(Answer answer) =>
        (answer["count"].GetInt32(), answer["total"].GetInt32(), answer["more"].GetBoolean());

    private static async Task<Api> StartWithJobAsync()
    {
        Api api = await Api.StartAsync();
        await api.PutAsync($"objects/site/{Site}.json", """{"site":{"name":"Depot"}}""");
        Answer put = await api.PutAsync($"objects/job/{Job}.json", $$$"""
            {"job":{"title":"Pump","count":7,"cost":3.5,"due":"2016-02-27","started_at":"2016-02-22T14:00:53.678Z","done":true,"state":"busy","grade":10,"tags":["b","a"],"site_id":"{{{Site}}}"}}
            """);
        put.Expect(200);
        return api;
    }

    private static async Task<Api> StartWithSitesAsync(int count, EmulatorOptions? options = null)
    {
        Api api = await Api.StartAsync(options: options);
        string operations = string.Join(',', Enumerable.Range(0, count).Select(i => $$$"""{"method":"post","object":{"type":"site","name":"Site {{{i}}}"}}"""));
        (await api.PostAsync("batch.json", $$"""{"operations":[{{operations}}]}""")).Expect(200);
        return api;
    }

    private static async Task<Api> StartWithRoomsAsync()
    {
        Api api = await Api.StartAsync(Vectors.Room(), new EmulatorOptions { TimeProvider = new ManualTime() });
        string[] rooms =
        [
            """{"name":"Ada","n":1,"day":"2016-01-01","at":"2016-01-01T10:00:00Z","b":true,"sc":"a","sci":1,"mc":["a"]}""",
            """{"name":"Eddy","n":7,"day":"2016-01-02","at":"2016-01-02T10:00:00Z","b":false,"sc":"b","sci":2,"mc":["a","b"],"building_id":"9913706a-179b-11e2-aaff-0026189d9dc0"}""",
            """{"name":"Bob","n":9,"day":"2016-01-03","at":"2016-01-03T10:00:00Z","sc":"a","mc":[]}""",
            "{}",
        ];
        for (int i = 0; i < rooms.Length; i++) (await api.PutAsync($"objects/room/00000000-0000-4000-8000-00000000000{i + 1}.json", $$"""{"room":{{rooms[i]}}}""")).Expect(200);
        return api;
    }
}
