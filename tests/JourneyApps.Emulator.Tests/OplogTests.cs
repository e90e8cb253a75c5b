using System.Globalization;
using System.Text.Json;

namespace JourneyApps.Emulator.Tests;

/// <summary>The oplog.</summary>
public sealed class OplogTests
{
    private const string Id = "613e4cb0-e665-4705-aaef-2fb91adacabd";

    [Fact]
    public async Task Each_write_is_an_entry_with_the_object_as_it_was_then()
    {
        await using Api api = await Api.StartAsync();
        await api.PutAsync($"objects/site/{Id}.json", """{"site":{"name":"a"}}""");
        await api.PatchAsync($"objects/site/{Id}.json", """{"site":{"name":"b"}}""");
        await api.DeleteAsync($"objects/site/{Id}.json");

        Answer answer = (await api.GetAsync("oplog.json?start=0")).Expect(200);

        JsonElement[] entries = [.. answer["entries"].EnumerateArray()];
        Assert.Equal(["create", "update", "delete"], entries.Select(entry => entry.GetProperty("operation").GetString()));
        Assert.Equal("a", entries[0].GetProperty("object").GetProperty("name").GetString());
        Assert.Equal("b", entries[1].GetProperty("object").GetProperty("name").GetString());
        Assert.Equal(["id", "type", "updated_at"], entries[2].GetProperty("object").EnumerateObject().Select(property => property.Name));
        Assert.Equal(api.Emulator.DataModelHash, answer["datamodel_hash"].GetString());
        Assert.Equal((await api.GetAsync("datamodel.json"))["datamodel_hash"].GetString(), answer["datamodel_hash"].GetString());
    }

    [Fact]
    public async Task Sequences_carry_the_second_above_32_bits_and_rise_strictly()
    {
        ManualTime time = new();
        await using Api api = await StartWithSitesAsync(3, new EmulatorOptions { TimeProvider = time });
        time.Advance(TimeSpan.FromSeconds(10));
        await api.PostAsync("objects/site.json", """{"site":{}}""");

        long[] sequences = Sequences(await api.GetAsync("oplog.json"));

        long second = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();
        Assert.Equal([second << 32, (second << 32) + 1, (second << 32) + 2, (second + 10) << 32], sequences);
        Assert.True(sequences[0] > 1L << 53);
    }

    [Fact]
    public async Task A_range_includes_its_start_and_excludes_its_end()
    {
        await using Api api = await StartWithSitesAsync(10);
        long[] all = Sequences(await api.GetAsync("oplog.json?start=0"));

        Assert.Equal(all[3..7], Sequences(await api.GetAsync($"oplog.json?start={all[3]}&end={all[7]}")));
        Assert.Equal(all[3..5], Sequences(await api.GetAsync($"oplog.json?start={all[3]}&limit=2")));
        Assert.Equal(all[^4..], Sequences(await api.GetAsync("oplog.json?tail=true&limit=4")));
        Assert.Empty(Sequences(await api.GetAsync($"oplog.json?start={all[^1] + 1}")));
        (await api.GetAsync("oplog.json?start=now")).ExpectError(400, "INVALID_API_REQUEST");
    }

    [Fact]
    public async Task A_page_holds_400_entries_by_default_and_1000_at_most()
    {
        await using Api api = await StartWithSitesAsync(1000);
        await api.PostAsync("objects/site.json", """{"site":{}}""");

        Assert.Equal(400, Sequences(await api.GetAsync("oplog.json?start=0")).Length);
        Assert.Equal(400, Sequences(await api.GetAsync("oplog.json?tail=true")).Length);
        Assert.Equal(1000, Sequences(await api.GetAsync("oplog.json?start=0&limit=5000")).Length);
    }

    [Fact]
    public async Task The_newer_form_has_text_sequences_and_leads_from_page_to_page()
    {
        await using Api api = await StartWithSitesAsync(10);
        List<long> seen = [];
        string start = "0";
        bool more = true;
        while (more)
        {
            Answer page = await api.GetAsync($"oplog.json?sequence_ids=true&limit=4&start={start}");
            seen.AddRange(page["entries"].EnumerateArray().Select(entry => long.Parse(entry.GetProperty("sequence_id").GetString()!, CultureInfo.InvariantCulture)));
            more = page["has_more"].GetBoolean();
            start = page["next_request_start"].GetString()!;
        }

        Answer end = await api.GetAsync($"oplog.json?sequence_ids=true&start={start}");

        Assert.Equal(Sequences(await api.GetAsync("oplog.json?start=0")), seen);
        Assert.Equal(start, end["next_request_start"].GetString());
        Assert.False(end["has_more"].GetBoolean());
    }

    [Fact]
    public async Task A_trimmed_log_begins_later_and_its_sequences_go_on_rising()
    {
        ManualTime time = new();
        await using Api api = await StartWithSitesAsync(10, new EmulatorOptions { TimeProvider = time, OplogLimit = 4 });
        long[] kept = Sequences(await api.GetAsync("oplog.json?start=0"));

        await api.Emulator.TrimOplogAsync(0);
        long[] none = Sequences(await api.GetAsync("oplog.json?start=0"));
        await api.PostAsync("objects/site.json", """{"site":{}}""");
        long[] after = Sequences(await api.GetAsync("oplog.json?start=0"));

        Assert.Equal(4, kept.Length);
        Assert.Empty(none);
        Assert.Equal([kept[^1] + 1], after);
    }

    [Fact]
    public async Task Old_entries_are_shown_with_the_current_data_model()
    {
        await using Api api = await Api.StartAsync();
        await api.PutAsync($"objects/job/{Id}.json", """{"job":{"state":"busy","title":"x"}}""");
        await api.Emulator.UpdateSchemaAsync(Schemas.Recorded
            .Replace(">Busy</option>", ">Under way</option>", StringComparison.Ordinal)
            .Replace("<field name=\"notes\" label=\"Notes\" type=\"text:paragraph\"/>", string.Empty, StringComparison.Ordinal));

        Answer answer = await api.GetAsync("oplog.json?start=0");

        Assert.Equal("Under way", answer["entries"][0].GetProperty("object").GetProperty("state").GetProperty("display").GetString());
    }

    private static long[] Sequences(Answer answer) => [.. answer.Expect(200)["entries"].EnumerateArray().Select(entry => entry.GetProperty("sequence").GetInt64())];

    private static async Task<Api> StartWithSitesAsync(int count, EmulatorOptions? options = null)
    {
        Api api = await Api.StartAsync(options: options);
        string operations = string.Join(',', Enumerable.Repeat("""{"method":"post","object":{"type":"site"}}""", count));
        (await api.PostAsync("batch.json", $$"""{"operations":[{{operations}}]}""")).Expect(200);
        return api;
    }
}
