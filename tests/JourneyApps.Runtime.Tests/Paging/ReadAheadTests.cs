using System.Globalization;
using System.Net;
using Acme.Field;
using JourneyApps.Runtime.Tests.Http;

namespace JourneyApps.Runtime.Tests.Paging;

/// <summary>The next page of a list is on its way while the current one is used.</summary>
public sealed class ReadAheadTests
{
    private const int PageSize = 10;

    // Answers lists until it is told not to.
    private sealed class Source(int rows)
    {
        public int Requests { get; private set; }

        public int Cancelled { get; private set; }

        public bool AnswersAtOnce { get; set; } = true;

        public int RowBytes { get; init; }

        public int FailsAt { get; init; } = int.MaxValue;

        public FieldApp Connect()
        {
            JourneyAppOptions options = Transports.Options(new FakeServer());
            options.Handler = new Handler(this);
            options.PageSize = PageSize;
            options.MaxAttempts = 1;
            return new FieldApp(options);
        }

        private sealed class Handler(Source source) : HttpMessageHandler
        {
            protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                string[] query = request.RequestUri!.Query.TrimStart('?').Split('&');
                int skip = int.Parse(query.Single(part => part.StartsWith("skip=", StringComparison.Ordinal))[5..], CultureInfo.InvariantCulture);
                source.Requests++;
                if (!source.AnswersAtOnce)
                {
                    try
                    {
                        await Task.Delay(Timeout.Infinite, cancellationToken);
                    }
                    catch (OperationCanceledException)
                    {
                        source.Cancelled++;
                        throw;
                    }
                }
                if (source.Requests == source.FailsAt) return FakeServer.Response(HttpStatusCode.Forbidden);
                HttpResponseMessage response = FakeServer.Response(HttpStatusCode.OK, source.Page(skip));
                response.RequestMessage = request;
                return response;
            }
        }

        private string Page(int skip)
        {
            IEnumerable<string> page = Enumerable.Range(skip, Math.Max(0, Math.Min(PageSize, rows - skip)))
                .Select(i => $$"""{"id":"00000000-0000-4000-8000-{{i:x12}}","title":"{{new string('x', RowBytes)}}"}""");
            return $$"""{"objects":[{{string.Join(',', page)}}],"more":{{(skip + PageSize < rows ? "true" : "false")}}}""";
        }
    }

    [Fact]
    public async Task The_second_page_is_requested_when_half_of_the_first_is_used()
    {
        var source = new Source(30);
        using FieldApp app = source.Connect();
        List<int> requests = [];
        await foreach (Job job in app.Jobs)
        {
            Assert.NotNull(job);
            requests.Add(source.Requests);
        }
        // From then on one page is under way, and never two.
        Assert.Equal([.. Enumerable.Repeat(1, 5), .. Enumerable.Repeat(2, 5), .. Enumerable.Repeat(3, 20)], requests);
        Assert.Equal(3, source.Requests);
    }

    [Fact]
    public async Task Pages_are_requested_ahead_from_the_second_on()
    {
        var source = new Source(50);
        using FieldApp app = source.Connect();
        List<int> requests = [];
        await foreach (Page<Job> page in app.Jobs.AsPages())
        {
            Assert.Equal(PageSize, page.Items.Count);
            requests.Add(source.Requests);
        }
        Assert.Equal([1, 3, 4, 5, 5], requests);
    }

    [Fact]
    public async Task What_ends_within_half_of_the_first_page_costs_one_request()
    {
        var source = new Source(1000);
        using FieldApp app = source.Connect();
        int read = 0;
        await foreach (Job job in app.Jobs)
        {
            Assert.NotNull(job);
            if (++read == PageSize / 2) break;
        }
        Assert.Equal(1, source.Requests);
        await app.Jobs.FirstOrDefaultAsync();
        Assert.Equal(2, source.Requests);
        Assert.Equal(PageSize, (await app.Jobs.Take(PageSize).ToListAsync()).Count);
        Assert.Equal(3, source.Requests);
        Assert.True(await app.Jobs.AnyAsync());
        Assert.Equal(4, source.Requests);
    }

    [Fact]
    public async Task A_list_of_one_page_costs_one_request()
    {
        var source = new Source(PageSize);
        using FieldApp app = source.Connect();
        Assert.Equal(PageSize, (await app.Jobs.ToListAsync()).Count);
        await foreach (Job job in app.Jobs) Assert.NotNull(job);
        Assert.Equal(2, source.Requests);
    }

    [Fact]
    public async Task Leaving_a_loop_cancels_and_awaits_the_page_ahead()
    {
        var source = new Source(1000);
        using FieldApp app = source.Connect();
        int read = 0;
        await foreach (Job job in app.Jobs)
        {
            Assert.NotNull(job);
            // The page ahead never arrives by itself.
            if (++read == PageSize / 2) source.AnswersAtOnce = false;
            if (read == PageSize) break;
        }
        Assert.Equal((2, 1), (source.Requests, source.Cancelled));
    }

    [Fact]
    public async Task Cancelling_ends_the_enumeration_and_the_page_ahead()
    {
        var source = new Source(1000);
        using FieldApp app = source.Connect();
        using var stop = new CancellationTokenSource();
        int read = 0;
        OperationCanceledException canceled = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (Job job in app.Jobs.WithCancellation(stop.Token))
            {
                Assert.NotNull(job);
                if (++read == PageSize / 2) source.AnswersAtOnce = false;
                if (read == PageSize) await stop.CancelAsync();
            }
        });
        Assert.Equal(stop.Token, canceled.CancellationToken);
        Assert.Equal((PageSize, 2, 1), (read, source.Requests, source.Cancelled));
    }

    [Fact]
    public async Task A_failure_of_the_page_ahead_appears_when_that_page_is_reached()
    {
        var source = new Source(1000) { FailsAt = 2 };
        using FieldApp app = source.Connect();
        int read = 0;
        await Assert.ThrowsAsync<AccessDeniedException>(async () =>
        {
            await foreach (Job job in app.Jobs)
            {
                Assert.NotNull(job);
                read++;
            }
        });
        Assert.Equal((PageSize, 2), (read, source.Requests));
    }

    [Fact]
    public async Task A_failure_of_the_page_ahead_never_appears_if_the_loop_ends_before()
    {
        var source = new Source(1000) { FailsAt = 2 };
        using FieldApp app = source.Connect();
        int read = 0;
        await foreach (Job job in app.Jobs)
        {
            Assert.NotNull(job);
            if (++read == PageSize) break;
        }
        Assert.Equal(2, source.Requests);
    }

    [Fact]
    public async Task No_page_is_requested_ahead_while_pages_are_large()
    {
        var source = new Source(30) { RowBytes = 17 * 1024 * 1024 / PageSize };
        using FieldApp app = source.Connect();
        List<int> requests = [];
        await foreach (Job job in app.Jobs)
        {
            Assert.NotNull(job);
            requests.Add(source.Requests);
        }
        Assert.Equal([.. Enumerable.Repeat(1, 10), .. Enumerable.Repeat(2, 10), .. Enumerable.Repeat(3, 10)], requests);
    }

    [Fact]
    public async Task Related_objects_of_the_page_ahead_are_read_with_it()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync(options => options.PageSize = PageSize);
        var site = new Site { Name = "south" };
        await app.Sites.CreateAsync(site);
        await app.SeedAsync(30, i => new Job { Title = $"{i:D2}", SiteId = site.Id });
        await foreach (Job job in app.Jobs.OrderBy(j => j.Title).Include(j => j.Site)) Assert.Equal("south", job.Site?.Name);
        // Three pages, each with one request for the related objects.
        Assert.Equal(6, app.Traffic.Count());
    }
}
