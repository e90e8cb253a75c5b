using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using Acme.Field;
using JourneyApps.Http;
using JourneyApps.Runtime.Tests.Http;

namespace JourneyApps.Runtime.Tests.Telemetry;

/// <summary>What activities and instruments say. Other tests measure at the same time, so each of these looks for its own.</summary>
public sealed class TelemetryTests
{
    [Fact]
    public async Task A_call_is_one_activity_over_all_its_attempts_with_names_as_its_only_tags()
    {
        ConcurrentBag<Activity> stopped = [];
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == JourneyTelemetry.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = stopped.Add,
        };
        ActivitySource.AddActivityListener(listener);
        var server = new FakeServer().Answer(HttpStatusCode.InternalServerError).Answer(HttpStatusCode.OK, """{"count":3}""")
            .Answer(HttpStatusCode.UnprocessableEntity, """{"type":"INVALID_VALUE","detail":"Mrs Miller"}""");
        using var app = new FieldApp(Transports.Options(server));
        using var own = new Activity("test");
        own.Start();

        await app.Jobs.CountAsync();
        await Assert.ThrowsAsync<InvalidRequestException>(() => app.Jobs.UpdateAsync(new Job(new Job().Id) { Title = "Mrs Miller" }));
        own.Stop();

        Activity[] calls = [.. stopped.Where(activity => activity.TraceId == own.TraceId).OrderBy(activity => activity.StartTimeUtc)];
        Assert.Equal(["count of job", "update of job"], calls.Select(activity => activity.OperationName));
        Assert.All(calls, activity => Assert.Equal(ActivityKind.Client, activity.Kind));
        Assert.Equal(["journeyapps.model job", "journeyapps.operation count"], Tags(calls[0].TagObjects));
        Assert.Equal(
            ["error.type INVALID_VALUE", "http.response.status_code 422", "journeyapps.model job", "journeyapps.operation update"],
            Tags(calls[1].TagObjects));
        Assert.Equal((ActivityStatusCode.Unset, ActivityStatusCode.Error), (calls[0].Status, calls[1].Status));
    }

    [Fact]
    public async Task Time_retries_and_throttling_are_measured()
    {
        using var measured = new Measured();
        var server = new FakeServer().Answer(HttpStatusCode.InternalServerError).Answer(HttpStatusCode.TooManyRequests).Answer(HttpStatusCode.OK, """{"id":"a"}""");
        using var app = new FieldApp(Transports.Options(server));

        // No other test has this model with this operation and two repeats.
        await app.Objects("telemetry").FindAsync("a");

        string[] lines = measured.Of("telemetry");
        Assert.Equal(["journeyapps.request.duration [s]", "journeyapps.request.retries [{attempt}] 2"], lines.Select(line => line.Split(" | ")[0]));
        Assert.All(lines, line => Assert.EndsWith("| journeyapps.model telemetry, journeyapps.operation get", line, StringComparison.Ordinal));
        Assert.Contains("journeyapps.throttled [{answer}] 1 | ", measured.All);
    }

    [Fact]
    public async Task The_log_tells_how_far_behind_its_reader_is()
    {
        using var measured = new Measured();
        DateTimeOffset written = new ManualTime().GetUtcNow() - TimeSpan.FromSeconds(1234.5);
        var server = new FakeServer().Answer(
            HttpStatusCode.OK, $$$"""{"entries":[{"sequence":1,"operation":"delete","object":{"id":"a","type":"job","updated_at":"{{{written:O}}}"}}]}""");
        using var app = new FieldApp(Transports.Options(server, new ManualTime()));

        await app.Oplog.ReadPageAsync();

        Assert.Contains("journeyapps.oplog.lag [s] 1234.5 | ", measured.All);
    }

    private static string[] Tags(IEnumerable<KeyValuePair<string, object?>> tags)
        => [.. tags.Select(tag => $"{tag.Key} {tag.Value}").Order(StringComparer.Ordinal)];

    /// <summary>Everything that the library's instruments measure, a line each; a time that was taken is left out.</summary>
    private sealed class Measured : IDisposable
    {
        private readonly ConcurrentQueue<string> _lines = new();
        private readonly MeterListener _listener = new();
        private volatile bool _ended;

        public Measured()
        {
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == JourneyTelemetry.SourceName) listener.EnableMeasurementEvents(instrument);
            };
            _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(
                instrument, instrument.Name.EndsWith("duration", StringComparison.Ordinal) ? "" : FormattableString.Invariant($" {value}"), tags));
            _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, FormattableString.Invariant($" {value}"), tags));
            _listener.Start();
        }

        public IReadOnlyCollection<string> All => _lines;

        public string[] Of(string model) => [.. _lines.Where(line => line.Contains($"journeyapps.model {model}", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

        /// <summary>On .NET 8, a listener can still be called after it was disposed, and would keep a line for each call of later tests.</summary>
        public void Dispose()
        {
            _ended = true;
            _listener.Dispose();
        }

        private void Keep(Instrument instrument, string value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            if (!_ended) _lines.Enqueue($"{instrument.Name} [{instrument.Unit}]{value} | {string.Join(", ", Tags(tags.ToArray()))}");
        }
    }
}
