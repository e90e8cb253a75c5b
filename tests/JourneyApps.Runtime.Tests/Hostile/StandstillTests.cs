using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Acme.Field;
using JourneyApps.Deployments;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Internal.Objects.Single;
using JourneyApps.Oplog;
using JourneyApps.Records;
using JourneyApps.Runtime.Tests.Http;

namespace JourneyApps.Runtime.Tests.Hostile;

/// <summary>Servers that say that there is more and do not move, whose totals are wrong, that send more than was asked for, objects that were not asked for,
/// or more bytes than are read.</summary>
public sealed class StandstillTests
{
    private const int MostRequests = 300;
    private const string Id1 = "10000000-0000-4000-8000-000000000000", Id2 = "20000000-0000-4000-8000-000000000000";

    private static readonly Dictionary<string, Func<FieldApp, CancellationToken, Task>> Reads = new()
    {
        ["list"] = (app, token) => app.Jobs.ToListAsync(token),
        ["list of records"] = (app, token) => app.Objects("job").All().ToListAsync(token),
        ["sorted list"] = (app, token) => app.Jobs.OrderBy(j => j.Title).ToListAsync(token),
        ["query"] = (app, token) => app.Jobs.Where(j => j.Crew > 1).ToListAsync(token),
        ["take"] = (app, token) => app.Jobs.Take(5_000).ToListAsync(token),
        ["count"] = (app, token) => app.Jobs.CountAsync(j => j.Crew > 1, token),
        ["complete list"] = (app, token) => app.Jobs.WithConsistency(ReadConsistency.Complete).ToListAsync(token),
        ["id ranges"] = async (app, token) =>
        {
            await foreach (Page<JourneyRecord> page in app.Objects("job").All().AsIdRanges().WithCancellation(token)) Assert.NotNull(page);
        },
        ["changed since"] = async (app, token) =>
        {
            await foreach (Job job in app.Jobs.ChangedSince(DateTimeOffset.UnixEpoch).WithCancellation(token)) Assert.NotNull(job);
        },
        ["many"] = (app, token) => app.Jobs.GetManyAsync([new Id<Job>(Id1), new Id<Job>(Id2)], token),
        ["include"] = (app, token) => app.Jobs.Include(j => j.Site).ToListAsync(token),
        ["update of all"] = (app, token) => app.Jobs.Where(j => j.Crew > 1).DeleteAllAsync(cancellationToken: token),
        ["users"] = async (app, token) =>
        {
            await foreach (DeploymentUser user in app.Deployment.Users.ListAsync(token)) Assert.NotNull(user);
        },
        ["oplog"] = async (app, token) =>
        {
            await foreach (OplogPage page in app.Oplog.ReadAsync(cancellationToken: token)) Assert.NotNull(page);
        },
        ["oplog to follow"] = async (app, token) =>
        {
            await foreach (OplogPage page in app.Oplog.FollowAsync(cancellationToken: token)) Assert.NotNull(page);
        },
    };

    private static readonly Dictionary<string, Func<FakeRequest, string>> Servers = new()
    {
        ["empty and more"] = _ => """{"objects":[],"count":0,"more":true,"entries":[],"has_more":true}""",
        ["empty, more and a total"] = _ => """{"objects":[],"total":9223372036854775807,"more":true,"entries":[],"has_more":true,"next_request_start":0}""",
        ["the same page"] = _ => Same("2026-01-01T00:00:00Z", Id1, Id2),
        ["the same page of the last second there is"] = _ => Same("9999-12-31T23:59:59Z", Id1, Id2),
        ["the same page from before the requested time"] = _ => Same("0001-01-01T00:00:00Z", Id1, Id2),
        ["two pages in turn"] = request => Same("2026-01-01T00:00:00Z", request.Path.Length % 2 == 0 ? Id1 : Id2),
        ["one id in every range"] = request => Same("2026-01-01T00:00:00Z", Lowest(request)),
        ["the same unreadable rows"] = _ => """{"objects":[{"crew":"x"},{"id":5}],"more":true,"entries":[{"sequence":1,"operation":"delete","object":{"id":"a","type":"job"}}],"has_more":true,"next_request_start":1}""",
    };

    public static TheoryData<string, string> Grid
    {
        get
        {
            var grid = new TheoryData<string, string>();
            foreach (string read in Reads.Keys)
            {
                foreach (string server in Servers.Keys) grid.Add(read, server);
            }
            return grid;
        }
    }

    [Theory]
    [MemberData(nameof(Grid))]
    public async Task Reading_that_does_not_move_ends_in_one_sentence(string read, string server)
    {
        foreach (bool reports in (bool[])[false, true])
        {
            using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            var fake = new FakeServer();
            fake.Otherwise = request =>
            {
                // More than that is without end.
                if (fake.Requests.Count > MostRequests) stop.Cancel();
                if (request.Path.StartsWith("datamodel", StringComparison.Ordinal)) return FakeServer.Response(HttpStatusCode.OK, "{}");
                return FakeServer.Response(HttpStatusCode.OK, Servers[server](request));
            };
            JourneyAppOptions options = Transports.Options(fake);
            options.ReportUnreadableObjects = reports;
            using var app = new FieldApp(options);
            try
            {
                await Reads[read](app, stop.Token);
            }
            catch (JourneyApiException fault)
            {
                Assert.DoesNotContain('\n', fault.Message);
            }
            catch (OperationCanceledException)
            {
                Assert.Fail($"{read} does not end: {fake.Requests.Count} requests, the last for {fake.Requests[^1].Path}.");
            }
            TestContext.Current.TestOutputHelper?.WriteLine($"{read}, {server}, reporting {reports}: {fake.Requests.Count} requests");
        }
    }

    [Theory]
    [InlineData("list", "the same page")]
    [InlineData("count", "the same page")]
    [InlineData("count", "empty and more")]
    [InlineData("changed since", "empty and more")]
    [InlineData("complete list", "empty and more")]
    [InlineData("many", "two pages in turn")]
    [InlineData("users", "the same page")]
    [InlineData("oplog", "empty and more")]
    public async Task A_server_that_stands_still_is_told_after_a_few_requests(string read, string server)
    {
        var fake = new FakeServer { Otherwise = request => FakeServer.Response(HttpStatusCode.OK, Servers[server](request)) };
        using var app = new FieldApp(Transports.Options(fake));
        UnreadableResponseException fault = await Assert.ThrowsAsync<UnreadableResponseException>(() => Reads[read](app, default));
        Assert.Contains("more", fault.Message, StringComparison.Ordinal);
        Assert.InRange(fake.Requests.Count, 1, 5);
    }

    [Theory]
    [InlineData(long.MaxValue)]
    [InlineData(2_000_000_000)]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(long.MinValue)]
    public async Task A_total_that_lies_costs_a_few_requests_and_no_row(long total)
    {
        Table table = new(3_000) { Total = total };
        using var app = new FieldApp(Transports.Options(table.Server));

        List<Job> complete = await app.Jobs.WithConsistency(ReadConsistency.Complete).ToListAsync();
        Assert.Equal(3_000, complete.Select(job => job.Id).Distinct().Count());
        Assert.InRange(table.Server.Requests.Count, 3, 60);
        Assert.Equal(3_000, (await app.Jobs.ToListAsync()).Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public async Task Small_pages_do_not_keep_ranges_narrow(int pageSize)
    {
        // All ids but one share their first digits: the ranges become narrow, and have to widen after that.
        Table table = new(20, i => i == 0 ? "ffffffff-0000-4000-8000-000000000000" : $"00000000-0000-4000-8000-{i:x12}");
        JourneyAppOptions options = Transports.Options(table.Server);
        options.PageSize = pageSize;
        using var app = new FieldApp(options);
        Assert.Equal(20, (await app.Jobs.WithConsistency(ReadConsistency.Complete).ToListAsync()).Count);
        Assert.InRange(table.Server.Requests.Count, 1, 1_000);
    }

    [Fact]
    public async Task Pages_larger_than_asked_are_taken_whole_and_cut_to_what_was_wanted()
    {
        Table table = new(2_500) { ServerPage = 1_700, IgnoresLimit = true };
        JourneyAppOptions options = Transports.Options(table.Server);
        options.PageSize = 100;
        using var app = new FieldApp(options);
        Assert.Equal(2_500, (await app.Jobs.ToListAsync()).Select(job => job.Id).Distinct().Count());
        Assert.Equal(150, (await app.Jobs.Take(150).ToListAsync()).Count);
        Assert.Equal(2_500, await app.Jobs.CountAsync(j => j.Crew > 1));
        Assert.Equal(2_500, (await app.Jobs.WithConsistency(ReadConsistency.Complete).ToListAsync()).Count);
    }

    [Fact]
    public async Task Objects_that_were_not_asked_for_are_an_unreadable_answer()
    {
        var server = new FakeServer { Otherwise = _ => FakeServer.Response(HttpStatusCode.OK, $$"""{"objects":[{"id":"{{Id2}}"}],"more":false}""") };
        using var app = new FieldApp(Transports.Options(server));
        UnreadableResponseException fault = await Assert.ThrowsAsync<UnreadableResponseException>(() => app.Jobs.GetManyAsync([new Id<Job>(Id1)]));
        Assert.Contains("not asked for", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_update_or_delete_by_query_writes_no_object_that_was_not_asked_for()
    {
        var server = new FakeServer
        {
            Otherwise = request => FakeServer.Response(
                HttpStatusCode.OK, $$"""{"objects":[{"id":"{{(request.Body!.Contains("id in ?", StringComparison.Ordinal) ? Id2 : Id1)}}"}],"more":false}"""),
        };
        using var app = new FieldApp(Transports.Options(server));
        await Assert.ThrowsAsync<UnreadableResponseException>(() => app.Jobs.Where(j => j.Crew > 1).DeleteAllAsync());
        await Assert.ThrowsAsync<UnreadableResponseException>(() => app.Jobs.Where(j => j.Crew > 1).UpdateAllAsync(j => j.Title = "x"));
        Assert.DoesNotContain(server.Requests, request => request.Path.StartsWith("batch", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Objects_by_id_come_whole_from_a_server_with_smaller_pages()
    {
        Table table = new(1_500) { ServerPage = 400 };
        using var app = new FieldApp(Transports.Options(table.Server));
        ManyResult<Job> many = await app.Jobs.GetManyAsync([.. table.Ids.Select(id => new Id<Job>(id)), new Id<Job>(new Job().Id.Value)]);
        Assert.Equal((1_500, 1), (many.Objects.Count, many.Missing.Count));
    }

    [Theory]
    [InlineData("list")]
    [InlineData("query")]
    [InlineData("complete")]
    [InlineData("changed since")]
    [InlineData("many")]
    public async Task A_page_above_the_size_limit_is_asked_for_in_halves(string read)
    {
        // 100 rows of 3 kB do not fit into 64 KiB; a few rows do.
        Table table = new(500) { RowBytes = 3_000 };
        JourneyAppOptions options = Transports.Options(table.Server);
        options.MaxResponseBytes = 64 * 1024;
        using var app = new FieldApp(options);
        List<string> ids = read switch
        {
            "list" => [.. (await app.Jobs.ToListAsync()).Select(job => job.Id.Value)],
            "query" => [.. (await app.Jobs.Where(j => j.Crew > 1).ToListAsync()).Select(job => job.Id.Value)],
            "complete" => [.. (await app.Jobs.WithConsistency(ReadConsistency.Complete).ToListAsync()).Select(job => job.Id.Value)],
            "many" => [.. (await app.Jobs.GetManyAsync(table.Ids.Select(id => new Id<Job>(id)))).Objects.Select(job => job.Id.Value)],
            _ => await ChangedAsync(),
        };
        Assert.Equal(table.Ids.Order(), ids.Order());
        Assert.InRange(table.Server.Requests.Count, 500 / 20, 200);

        async Task<List<string>> ChangedAsync()
        {
            List<string> changed = [];
            await foreach (Job job in app.Jobs.ChangedSince(DateTimeOffset.UnixEpoch)) changed.Add(job.Id.Value);
            return changed;
        }
    }

    [Fact]
    public async Task An_object_above_the_size_limit_is_told_with_the_option_that_limits_it()
    {
        Table table = new(3) { RowBytes = 100_000 };
        JourneyAppOptions options = Transports.Options(table.Server);
        options.MaxResponseBytes = 64 * 1024;
        using var app = new FieldApp(options);
        UnreadableResponseException fault = await Assert.ThrowsAsync<UnreadableResponseException>(() => app.Jobs.ToListAsync());
        Assert.Contains("MaxResponseBytes", fault.Message, StringComparison.Ordinal);
        Assert.InRange(table.Server.Requests.Count, 1, 12);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_page_of_the_oplog_above_the_size_limit_is_asked_for_in_halves(bool newForm)
    {
        const int Entries = 300;
        string text = new('x', 30_000);
        var server = new FakeServer();
        server.Otherwise = request =>
        {
            int start = Number(request.Path, "start"), limit = Number(request.Path, "limit");
            int[] sequences = [.. Enumerable.Range(1, Entries).Where(sequence => sequence >= start).Take(limit)];
            string entries = string.Join(',', sequences.Select(sequence =>
                $$$"""{"sequence":{{{sequence}}},"operation":"update","object":{"id":"{{{Id1}}}","type":"job","title":"{{{text}}}"}}"""));
            int end = sequences.Length == 0 ? start : sequences[^1] + 1;
            string more = newForm ? $",\"has_more\":{(end <= Entries ? "true" : "false")},\"next_request_start\":{end}" : "";
            return FakeServer.Response(HttpStatusCode.OK, $"{{\"entries\":[{entries}]{more}}}");
        };
        JourneyAppOptions options = Transports.Options(server);
        options.MaxResponseBytes = 64 * 1024;
        using var app = new FieldApp(options);
        List<long> read = [];
        await foreach (OplogPage page in app.Oplog.ReadAsync()) read.AddRange(page.Entries.Select(entry => entry.Sequence));
        Assert.Equal(Enumerable.Range(1, Entries).Select(static sequence => (long)sequence), read);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_batch_whose_answer_is_above_the_size_limit_is_settled_in_parts(bool stopOnError)
    {
        HashSet<string> applied = [];
        var server = new FakeServer();
        server.Otherwise = request =>
        {
            using var body = JsonDocument.Parse(request.Body!);
            string[] ids = [.. body.RootElement.GetProperty("operations").EnumerateArray().Select(one => one.GetProperty("object").GetProperty("id").GetString()!)];
            lock (applied) applied.UnionWith(ids);
            string padding = new('x', 1_000);
            return FakeServer.Response(
                HttpStatusCode.OK, $"{{\"operations\":[{string.Join(',', ids.Select(_ => $$"""{"success":true,"note":"{{padding}}"}"""))}]}}");
        };
        JourneyAppOptions options = Transports.Options(server);
        options.MaxResponseBytes = 64 * 1024;
        using var app = new FieldApp(options);
        Job[] jobs = [.. Enumerable.Range(0, 250).Select(i => new Job { Title = $"{i}" })];
        BatchReport report = await app.WriteAsync(jobs.Select(BatchOperation.Create), new BatchOptions { StopOnError = stopOnError });
        Assert.True(report.AllDone, report.ToString());
        Assert.Equal((250, 250), (report.Applied, applied.Count));
        Assert.All(jobs, job => Assert.False(job.HasChanges));
    }

    private static int Number(string path, string name)
        => path.Split('?', '&').FirstOrDefault(part => part.StartsWith(name + "=", StringComparison.Ordinal)) is { } part
            ? int.Parse(part.AsSpan(name.Length + 1), CultureInfo.InvariantCulture) : 0;

    private static string Same(string time, params string[] ids)
    {
        string rows = string.Join(',', ids.Select(id => $$"""{"id":"{{id}}","updated_at":"{{time}}","site_id":"{{Id1}}"}"""));
        string entries = string.Join(',', ids.Select((id, i) => $$$"""{"sequence":{{{i}}},"operation":"delete","object":{"id":"{{{id}}}","type":"job"}}"""));
        return $$"""{"objects":[{{rows}}],"total":null,"more":true,"entries":[{{entries}}],"has_more":true,"next_request_start":0}""";
    }

    // The lower end of the range that the request asks for.
    private static string Lowest(FakeRequest request)
    {
        if (request.Body is null) return "00000000-0000-0000-0000-000000000000";
        using var body = JsonDocument.Parse(request.Body);
        bool hasLower = body.RootElement.GetProperty("expression").GetString()!.Contains(">=", StringComparison.Ordinal);
        JsonElement first = body.RootElement.GetProperty("arguments").EnumerateArray().FirstOrDefault();
        return hasLower && first.ValueKind == JsonValueKind.String ? first.GetString()! : "00000000-0000-0000-0000-000000000000";
    }

    /// <summary>A server with rows, which answers lists, queries by ids and ranges of ids.</summary>
    private sealed class Table
    {
        public Table(int rows, Func<int, string>? id = null)
        {
            var random = new Random(7);
            Ids = [.. Enumerable.Range(0, rows).Select(i => id?.Invoke(i) ?? new Guid(random.Next(), (short)i, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 0).ToString()).Order(StringComparer.Ordinal)];
            Server.Otherwise = request => FakeServer.Response(HttpStatusCode.OK, Answer(request));
        }

        public FakeServer Server { get; } = new();

        public string[] Ids { get; }

        public long? Total { get; init; }

        public int ServerPage { get; init; } = int.MaxValue;

        public bool IgnoresLimit { get; init; }

        public int RowBytes { get; init; }

        private string Answer(FakeRequest request)
        {
            IEnumerable<string> rows = Ids;
            int limit = Number(request.Path, "limit"), skip = Number(request.Path, "skip");
            if (request.Body is { } body)
            {
                using var document = JsonDocument.Parse(body);
                JsonElement root = document.RootElement;
                limit = root.GetProperty("limit").GetInt32();
                skip = root.GetProperty("skip").ValueKind == JsonValueKind.Number ? root.GetProperty("skip").GetInt32() : 0;
                rows = Matching(root.GetProperty("expression").GetString()!, [.. root.GetProperty("arguments").EnumerateArray()]);
            }
            if (request.Path.IndexOf("gte%5D=", StringComparison.Ordinal) is > 0 and int at)
            {
                var since = DateTimeOffset.Parse(Uri.UnescapeDataString(request.Path[(at + 7)..].Split('&')[0]), CultureInfo.InvariantCulture);
                rows = rows.Skip((int)since.ToUnixTimeSeconds());
            }
            string[] all = [.. rows.Skip(skip)];
            string[] page = [.. all.Take(Math.Min(ServerPage, IgnoresLimit ? int.MaxValue : limit))];
            var json = new StringBuilder("{\"objects\":[");
            for (int i = 0; i < page.Length; i++)
            {
                string time = DateTimeOffset.UnixEpoch.AddSeconds(Array.IndexOf(Ids, page[i])).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
                json.Append(CultureInfo.InvariantCulture, $"{(i > 0 ? "," : "")}{{\"id\":\"{page[i]}\",\"updated_at\":\"{time}\",\"title\":\"").Append('x', RowBytes).Append("\"}");
            }
            json.Append(CultureInfo.InvariantCulture, $"],\"more\":{(page.Length < all.Length ? "true" : "false")}");
            if (Total is { } total) json.Append(CultureInfo.InvariantCulture, $",\"total\":{total}");
            return json.Append('}').ToString();
        }

        private IEnumerable<string> Matching(string expression, JsonElement[] arguments)
        {
            if (expression.Contains(" in ", StringComparison.Ordinal) && !expression.Contains(" not in ", StringComparison.Ordinal))
            {
                HashSet<string> asked = [.. arguments[0].EnumerateArray().Select(id => id.GetString()!)];
                return Ids.Where(asked.Contains);
            }
            string? from = null, to = null;
            int at = 0;
            foreach (string part in expression.Split(" and "))
            {
                if (part.Contains("id >= ?", StringComparison.Ordinal)) from = arguments[at].GetString();
                if (part.Contains("id < ?", StringComparison.Ordinal)) to = arguments[at].GetString();
                at++;
            }
            return Ids.Where(id => (from is null || string.CompareOrdinal(id, from) >= 0) && (to is null || string.CompareOrdinal(id, to) < 0));
        }
    }
}
