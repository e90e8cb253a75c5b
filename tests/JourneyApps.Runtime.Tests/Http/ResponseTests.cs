using System.Net;
using System.Text;
using Acme.Field;
using JourneyApps.Emulator;
using JourneyApps.Http;
using JourneyApps.Internal.Features.Deployments;

namespace JourneyApps.Runtime.Tests.Http;

/// <summary>Options of single calls, and the answers behind their results.</summary>
public sealed class ResponseTests
{
    [Fact]
    public async Task A_result_comes_with_its_status_headers_and_JSON_which_stay_valid()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        Job seeded = (await app.SeedAsync(1))[0];

        (Job? Value, RawResponse? Raw) answer = await app.Jobs.WithResponseAsync(jobs => jobs.FindAsync(seeded.Id));
        // What was rented for the answer is used again by these.
        for (int i = 0; i < 20; i++) await app.Jobs.CountAsync();

        Assert.Equal("job 00000", answer.Value?.Title);
        Assert.Equal(HttpStatusCode.OK, answer.Raw?.StatusCode);
        Assert.Contains("\"title\":\"job 00000\"", Encoding.UTF8.GetString(answer.Raw!.Json.Span), StringComparison.Ordinal);
        Assert.NotEmpty(answer.Raw.Headers);
        Assert.DoesNotContain("00000", answer.Raw.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_works_for_writes_queries_and_the_untyped_view()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        Job job = (await app.SeedAsync(3))[0];

        RawResponse? updated = await app.Jobs.WithResponseAsync(jobs => jobs.UpdateAsync(new Job(job.Id) { Title = "new" }));
        Assert.Contains("\"title\":\"new\"", Encoding.UTF8.GetString(updated!.Json.Span), StringComparison.Ordinal);
        Assert.Null(await app.Jobs.WithResponseAsync(jobs => jobs.UpdateAsync(new Job(job.Id))));

        (List<Job> Value, RawResponse? Raw) listed = await app.Jobs.WithResponseAsync(jobs => jobs.Where(j => j.Crew > 0).ToListAsync());
        Assert.Equal(2, listed.Value.Count);
        Assert.Contains("\"more\":false", Encoding.UTF8.GetString(listed.Raw!.Json.Span), StringComparison.Ordinal);

        (bool Value, RawResponse? Raw) gone = await app.Client.Objects("job").WithResponseAsync(jobs => jobs.DeleteAsync(job.Id.Value));
        Assert.Equal((true, HttpStatusCode.OK, 0), (gone.Value, gone.Raw!.StatusCode, gone.Raw.Json.Length));
    }

    [Fact]
    public async Task Options_of_a_call_stay_with_it_and_a_failure_carries_its_own_answer()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        app.Emulator.Faults.Add(Fault.Status(503) with { Times = 2 });
        List<HttpStatusCode> seen = [];
        var options = new RequestOptions { MaxAttempts = 1, OnResponse = response => seen.Add(response.StatusCode) };

        JourneyApiException fault = await Assert.ThrowsAsync<JourneyApiException>(
            () => app.Jobs.WithOptions(options).WithResponseAsync(jobs => jobs.CountAsync()));
        Assert.Equal(ApiErrorKind.ServerError, fault.Kind);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, 1), (fault.StatusCode, app.Emulator.Requests.Count));
        Assert.Empty(seen);

        // Without the options the same call is repeated; with them the caller's own callback still hears of the success.
        Assert.Equal(0, await app.Jobs.CountAsync());
        Assert.Equal(3, app.Emulator.Requests.Count);
        (int Value, RawResponse? Raw) count = await app.Jobs.WithOptions(options).WithResponseAsync(jobs => jobs.CountAsync());
        Assert.Equal((0, HttpStatusCode.OK), (count.Value, Assert.Single(seen)));
        Assert.Equal("""{"count":0}""", Encoding.UTF8.GetString(count.Raw!.Json.Span));
    }

    [Fact]
    public async Task A_deadline_of_a_single_call_ends_it_and_no_other()
    {
        var time = new ManualTime { RunsByItself = true };
        var server = new FakeServer { Otherwise = _ => FakeServer.Response(HttpStatusCode.ServiceUnavailable) };
        using var app = new FieldApp(Transports.Options(server, time) is var options && (options.MaxAttempts = 100) > 0 ? options : options);

        JourneyTimeoutException fault = await Assert.ThrowsAsync<JourneyTimeoutException>(
            () => app.Jobs.WithOptions(new RequestOptions { Deadline = TimeSpan.FromSeconds(3) }).CountAsync());

        Assert.Equal(TimeoutKind.Deadline, fault.Limit);
        Assert.InRange(server.Requests.Count, 1, 10);
    }

    [Fact]
    public async Task A_deadline_whose_timer_is_late_is_still_reported_as_the_deadline()
    {
        var time = new ClockAhead();
        var server = new FakeServer
        {
            Otherwise = _ =>
            {
                time.Ahead = TimeSpan.FromMinutes(1);
                return FakeServer.Response(HttpStatusCode.ServiceUnavailable);
            },
        };
        using var app = new FieldApp(Transports.Options(server, time));

        JourneyTimeoutException fault = await Assert.ThrowsAsync<JourneyTimeoutException>(
            () => app.Jobs.WithOptions(new RequestOptions { Deadline = TimeSpan.FromMilliseconds(200) }).CountAsync());

        Assert.Equal(TimeoutKind.Deadline, fault.Limit);
        Assert.Contains("503", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_of_HTTP_clients_that_throws_has_sent_nothing()
    {
        using var app = new FieldApp(new JourneyAppOptions
        {
            BaseAddress = new Uri("https://x.backend.us.journeyapps.com/api/v4/d"),
            Credential = JourneyCredential.NamedToken("O:secret"),
            HttpClientProvider = () => throw new InvalidOperationException("no such client"),
        });
        var job = new Job { Title = "t" };

        JourneyApiException fault = await Assert.ThrowsAsync<JourneyApiException>(() => app.Jobs.CreateAsync(job));

        Assert.Equal((WriteOutcome.NotApplied, ApiErrorKind.Connection), (fault.Outcome, fault.Kind));
        Assert.Contains("HttpClientProvider", fault.Message, StringComparison.Ordinal);
        Assert.IsType<InvalidOperationException>(fault.InnerException);
        Assert.True(job.HasChanges);
    }

    /// <summary>The system's timers with a clock that can be ahead of them.</summary>
    private sealed class ClockAhead : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
    }
}
