using JourneyApps.Mirroring.Tests;
using JourneyApps.Records;
using JourneyApps.TestServers;

namespace JourneyApps.Mirroring.PostgreSql.Tests.Copies;

/// <summary>Objects as rows of PostgreSQL.</summary>
public sealed class CopyTests(PostgreSqlServer server)
{
    [Fact]
    public async Task All_models_are_tables_with_their_objects()
    {
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync(server);
        JourneyRecord site = await copy.CreateAsync("site", ("name", "Harbour"));
        await copy.CreateAsync(
            "job", ("title", "Replace pump"), ("cost", 12.5), ("crew", 3), ("due", new DateOnly(2026, 12, 31)), ("starts", new DateTimeOffset(2026, 12, 31, 8, 30, 0, TimeSpan.Zero)),
            ("urgent", true), ("state", "busy"), ("level", 2), ("tags", new[] { "a", "b" }), ("codes", RecordValue.List(7, -1)), ("site_id", site.Id));

        await copy.Mirror().CatchUpAsync();

        Assert.Equal(
            ["Replace pump|12.5|3|2026-12-31|2026-12-31 08:30|True|busy|2|[a,b]|[7,-1]|Harbour"],
            await copy.QueryAsync("SELECT title, cost, crew, due::text, to_char(starts AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI'), urgent, state, level, tags, codes, s.name FROM job j JOIN site s ON s.id = j.site_id"));
        Assert.Equal(["In progress|High|Alpha, Beta|Seven, Minus"], await copy.QueryAsync("SELECT state, level, tags, codes FROM _job_labels"));
        Assert.Equal(["job|following", "site|following"], await copy.QueryAsync("SELECT model, phase FROM _journeyapps_model ORDER BY model"));
        Assert.Equal(["_job_site_id_index|True"], await copy.QueryAsync("SELECT relname, indisvalid FROM pg_index JOIN pg_class ON oid = indexrelid WHERE relname LIKE '\\_job\\_site%'"));
        Assert.Equal(["1"], await copy.QueryAsync("SELECT count(*) FROM job WHERE 'b' = ANY (tags)"));
        await copy.AssertEqualAsync();
    }

    public static TheoryData<string, string, string> Extremes => new()
    {
        { "title", "\"\"", "" },
        { "title", "\"a\\nb\\t'\\\"\\\\ €\uD83D\uDE00\"", "a\nb\t'\"\\ €\uD83D\uDE00" },
        { "cost", "1.7976931348623157e308", "1.7976931348623157e+308" },
        { "cost", "5e-324", "5e-324" },
        { "cost", "0.1", "0.1" },
        { "crew", "2147483647", "2147483647" },
        { "crew", "-2147483648", "-2147483648" },
        { "due", "\"0001-01-01\"", "0001-01-01" },
        { "due", "\"9999-12-31\"", "9999-12-31" },
        { "starts", "\"0001-01-01T00:00:00Z\"", "0001-01-01 00:00:00+00" },
        { "starts", "\"9999-12-31T23:59:59Z\"", "9999-12-31 23:59:59+00" },
        { "urgent", "false", "false" },
        { "state", "\"busy\"", "busy" },
        { "tags", "[]", "{}" },
        { "tags", "[\"b\",\"a\"]", "{b,a}" },
        { "codes", "[-1,7]", "{-1,7}" },
        { "place", """{"latitude":-33.9,"longitude":18.42,"altitude":12.25,"horizontal_accuracy":4,"vertical_accuracy":2,"timestamp":"2026-01-02T03:04:05Z"}""", "(-33.9,18.42,12.25,4,2,\"2026-01-02 03:04:05+00\")" },
    };

    [Theory]
    [MemberData(nameof(Extremes))]
    public async Task An_extreme_value_is_stored_as_it_is(string field, string json, string stored)
    {
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync(server);
        await copy.CreateAsync("job", (field, RecordValue.Parse(json)));

        await copy.Mirror().CatchUpAsync();

        string value = field == "place" ? "ROW(place_latitude, place_longitude, place_altitude, place_horizontal_accuracy, place_vertical_accuracy, place_timestamp)" : field;
        Assert.Equal([stored], await copy.QueryAsync($"SET timezone = 'UTC'; SELECT ({value})::text FROM job"));
        await copy.AssertEqualAsync();
    }

    [Fact]
    public async Task What_no_database_stores_is_null_and_a_problem_until_it_is_corrected()
    {
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync(server);
        JourneyRecord bad = await copy.CreateAsync("job", ("title", "a\0b"), ("crew", 1));
        await copy.CreateAsync("job", ("title", "good"));
        DatabaseMirror mirror = copy.Mirror();
        await mirror.CatchUpAsync();
        Assert.Equal(["|1", "good|"], await copy.QueryAsync("SELECT title, crew FROM job ORDER BY title NULLS FIRST"));
        // The display text has the title in it.
        Assert.Equal([$"job {bad.Id} display", $"job {bad.Id} title"], (await mirror.GetStatusAsync()).Problems.Select(problem => $"{problem.Model} {problem.Id} {problem.Column}").Order());
        Assert.True((await mirror.VerifyAsync()).IsEqual);

        bad["title"] = "mended";
        await copy.Client.Objects("job").UpdateAsync(bad);
        await mirror.CatchUpAsync();

        Assert.Empty((await mirror.GetStatusAsync()).Problems);
        Assert.Equal(["good|", "mended|1"], await copy.QueryAsync("SELECT title, crew FROM job ORDER BY title"));
    }

    // A constraint of the user's stands for whatever the database alone knows.
    [Fact]
    public async Task A_row_that_only_the_database_refuses_does_not_stop_the_others()
    {
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync(server);
        DatabaseMirror mirror = copy.Mirror();
        await copy.CreateAsync("job", ("title", "zero"));
        await mirror.CatchUpAsync();
        await copy.RunAsync("ALTER TABLE journeyapps.job ADD CONSTRAINT short CHECK (length(title) < 10)");
        await copy.CreateAsync("job", ("title", "one"));
        JourneyRecord refused = await copy.CreateAsync("job", ("title", "much too long a title"));
        await copy.CreateAsync("job", ("title", "two"));

        await mirror.CatchUpAsync();

        Assert.Equal(["one", "two", "zero"], (await copy.QueryAsync("SELECT title FROM job ORDER BY title")).Where(title => title.Length > 0));
        MirrorProblem problem = Assert.Single((await mirror.GetStatusAsync()).Problems);
        Assert.Equal(refused.Id, problem.Id);
        Assert.Contains("short", problem.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Objects_in_any_order_and_several_changes_of_one_object_in_a_page_end_as_the_newest()
    {
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync(server);
        DatabaseMirror mirror = copy.Mirror(options => options with { History = ["job"] });
        await copy.CreateAsync("site", ("name", "first"));
        await mirror.CatchUpAsync();

        string siteId = Guid.NewGuid().ToString("D");
        JourneyRecord child = await copy.CreateAsync("job", ("title", "child"), ("site_id", siteId));
        await copy.Client.Objects("site").CreateAsync(JourneyRecord.New("site", siteId));
        await copy.Client.Objects("site").DeleteAsync(siteId);
        JourneyRecord brief = await copy.CreateAsync("job", ("title", "brief"));
        await copy.Client.Objects("job").DeleteAsync(brief.Id);
        for (int crew = 1; crew <= 3; crew++)
        {
            child["crew"] = crew;
            await copy.Client.Objects("job").UpdateAsync(child);
        }

        await mirror.CatchUpAsync();

        Assert.Equal([$"child|3|{siteId}"], await copy.QueryAsync("SELECT title, crew, site_id FROM job"));
        Assert.Equal(["6|6"], await copy.QueryAsync("SELECT count(*), count(DISTINCT (id, _sequence)) FROM _job_history"));
        await copy.AssertEqualAsync();
    }

    [Fact]
    public async Task Loading_an_unchanged_copy_again_does_not_grow_the_tables()
    {
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync(server);
        await copy.Client.WriteAsync(Enumerable.Range(0, 2000).Select(i => BatchOperation.Create(new JourneyRecord("job") { ["title"] = $"job {i}", ["cost"] = i / 3.0, ["tags"] = new[] { "a" } })));
        DatabaseMirror mirror = copy.Mirror();
        await mirror.CatchUpAsync();
        long before = await SizeAsync();

        await mirror.ReloadAsync();
        await mirror.CatchUpAsync();

        Assert.InRange(await SizeAsync(), before, before * 105 / 100);
        await copy.AssertEqualAsync();

        async Task<long> SizeAsync() => (long)(await PostgreSqlServer.ValueAsync(copy.ConnectionString, "SELECT pg_total_relation_size('journeyapps.job')"))!;
    }

    [Fact]
    public async Task Marked_rows_stay_and_come_back()
    {
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync(server);
        JourneyRecord job = await copy.CreateAsync("job", ("title", "one"));
        DatabaseMirror mirror = copy.Mirror(options => options with { MarkDeletes = true });
        await mirror.CatchUpAsync();
        await copy.Client.Objects("job").DeleteAsync(job.Id);
        await mirror.CatchUpAsync();
        Assert.Equal(["one|True"], await copy.QueryAsync("SELECT title, _deleted_at IS NOT NULL FROM job"));

        await copy.Client.Objects("job").CreateAsync(JourneyRecord.New("job", job.Id));
        await mirror.CatchUpAsync();

        Assert.Equal(["|False"], await copy.QueryAsync("SELECT title, _deleted_at IS NOT NULL FROM job"));
        await copy.AssertEqualAsync();
    }
}
