using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using System.Text;
using System.Text.Json;
using Acme.Field;
using JourneyApps.Runtime.Tests.Http;
using Microsoft.Extensions.Logging;

namespace JourneyApps.Runtime.Tests.Secrets;

/// <summary>Nothing that people or machines keep may hold a credential; what is logged and traced holds no value of the user's data either.</summary>
public sealed class SecretTests
{
    private const string Token = "O:s3cr3t-t0ken-value";
    private const string Value = "Mrs Miller's heart medicine";

    [Fact]
    public async Task No_secret_and_no_value_is_in_logs_activities_metrics_or_exceptions()
    {
        var kept = new Kept();
        var said = new StringBuilder();
        using ActivityListener listener = new()
        {
            ShouldListenTo = source => source.Name == JourneyTelemetry.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => kept.Add($"{activity.DisplayName} {activity.StatusDescription} {string.Join(',', activity.TagObjects)} {string.Join(',', activity.Baggage)}"),
        };
        ActivitySource.AddActivityListener(listener);
        using MeterListener meters = new();
        meters.InstrumentPublished = (instrument, owner) =>
        {
            if (instrument.Meter.Name == JourneyTelemetry.SourceName) owner.EnableMeasurementEvents(instrument);
        };
        meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => kept.Add($"{instrument.Name} {string.Join(',', tags.ToArray())}"));
        meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) => kept.Add($"{instrument.Name} {string.Join(',', tags.ToArray())}"));
        meters.Start();

        string detail = JsonSerializer.Serialize(new { type = "INVALID_VALUE", title = "Invalid value specified.", detail = $"Invalid option \"{Value}\"" });
        var server = new FakeServer()
            .Answer(HttpStatusCode.InternalServerError).Answer(HttpStatusCode.TooManyRequests).Answer(HttpStatusCode.UnprocessableEntity, detail)
            .Answer(HttpStatusCode.Unauthorized, "HTTP Basic: Access denied.", "text/plain")
            .Answer(HttpStatusCode.Redirect, more: response => response.Headers.Location = new Uri($"https://x.example.com/?token={Token}"))
            .Throw(new HttpRequestException(HttpRequestError.NameResolutionError))
            .Answer(HttpStatusCode.OK, "<html>", "text/html");
        JourneyAppOptions options = Transports.Options(server);
        options.Credential = JourneyCredential.NamedToken(Token);
        options.LoggerFactory = kept;
        options.MaxAttempts = 3;
        using var app = new FieldApp(options);
        var job = new Job(new Job().Id) { Title = Value };
        for (int i = 0; i < 5; i++)
        {
            JourneyApiException? fault = await Record.ExceptionAsync(() => i == 3 ? app.Jobs.Where(j => j.Title == Value).ToListAsync() : app.Jobs.UpdateAsync(job)) as JourneyApiException;
            if (fault is null) continue;
            said.AppendLine(fault.ToString());
            kept.Add(fault.Message);
        }
        said.AppendLine(options.ToString()).AppendLine(JsonSerializer.Serialize(options)).AppendLine(options.Credential.ToString());

        Assert.Contains("INVALID_VALUE", kept.Text, StringComparison.Ordinal);
        Assert.Contains("journeyapps.request.duration", kept.Text, StringComparison.Ordinal);
        Assert.Contains("attempt 2", kept.Text, StringComparison.Ordinal);
        foreach (string secret in (string[])[Token, "s3cr3t", Convert.ToBase64String(Encoding.UTF8.GetBytes(Token))])
        {
            Assert.DoesNotContain(secret, kept.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(secret, said.ToString(), StringComparison.Ordinal);
        }
        Assert.DoesNotContain("Miller", kept.Text, StringComparison.Ordinal);
    }

    private sealed class Kept : ILoggerFactory, ILogger
    {
        private readonly StringBuilder _lines = new();

        public string Text
        {
            get { lock (_lines) return _lines.ToString(); }
        }

        public void Add(string line)
        {
            lock (_lines) _lines.AppendLine(line);
        }

        public ILogger CreateLogger(string categoryName) => this;

        public void AddProvider(ILoggerProvider provider)
        {
        }

        public void Dispose()
        {
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            => Add($"{formatter(state, exception)} {exception}");
    }
}
