using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using System.Text;
using System.Text.Json;
using Acme.Field;
using JourneyApps.Deployments;
using JourneyApps.Http;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Runtime.Tests.Http;
using JourneyApps.Webhooks;
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
        // On .NET 8, a listener can still be called after it was disposed, and would keep a line for each call of later tests.
        bool isOver = false;
        using MeterListener meters = new();
        meters.InstrumentPublished = (instrument, owner) =>
        {
            if (instrument.Meter.Name == JourneyTelemetry.SourceName) owner.EnableMeasurementEvents(instrument);
        };
        meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Measured(instrument, tags.ToArray()));
        meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Measured(instrument, tags.ToArray()));
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
            var fault = await Record.ExceptionAsync(() => i == 3 ? app.Jobs.Where(j => j.Title == Value).ToListAsync() : app.Jobs.UpdateAsync(job)) as JourneyApiException;
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
        isOver = true;

        void Measured(Instrument instrument, KeyValuePair<string, object?>[] tags)
        {
            if (!isOver) kept.Add($"{instrument.Name} {string.Join(',', tags)}");
        }
    }

    public static TheoryData<string> Kinds => ["named token", "basic", "provider"];

    // Every kind of answer, and faults on the way, against every kind of call: what comes out of it is searched.
    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task No_secret_is_in_anything_that_anything_says(string kind)
    {
        const string Password = "pa55-w0rd";
        const string Signed = "sha=5085";
        string pair = Convert.ToBase64String(Encoding.UTF8.GetBytes($"user:{Password}"));
        JourneyCredential credential = kind switch
        {
            "basic" => JourneyCredential.Basic("user", Password),
            "provider" => JourneyCredential.FromProvider(_ => new(JourneyCredential.NamedToken(Token))),
            _ => JourneyCredential.NamedToken(Token),
        };
        var kept = new Kept();
        var said = new StringBuilder();
        Func<HttpResponseMessage>[] answers =
        [
            () => throw new HttpRequestException("refused", new System.Net.Sockets.SocketException((int)System.Net.Sockets.SocketError.ConnectionRefused)),
            () => throw new IOException("reset"),
            () => throw new TaskCanceledException("late", new TimeoutException()),
            () => FakeServer.Response(HttpStatusCode.Unauthorized, "HTTP Basic: Access denied.", "text/plain"),
            () => FakeServer.Response(HttpStatusCode.Forbidden, "no", "text/plain"),
            () => FakeServer.Response(HttpStatusCode.NotFound, """{"type":"ROUTE_ERROR"}"""),
            () => FakeServer.Response(HttpStatusCode.UnprocessableEntity, """{"type":"INVALID_VALUE","detail":"no"}"""),
            () => FakeServer.Response(HttpStatusCode.BadGateway, "<html>", "text/html"),
            () => FakeServer.Response(HttpStatusCode.OK, "<html>", "text/html"),
            () => FakeServer.Response(HttpStatusCode.OK, """{"objects":[{"id":"a","crew":"many"}],"operations":[{"success":false,"error":{"type":"INVALID_VALUE"}}]}"""),
            () => FakeServer.Response(HttpStatusCode.Found, more: response => response.Headers.Location = new Uri($"https://run.journeyapps.com/?{Signed}")),
        ];
        var withPhoto = new Job(new Job().Id)
        { Photo = new Photo("p", "uploaded", new Dictionary<string, string> { ["original"] = $"https://run.journeyapps.com/media/a.jpg?{Signed}" }) };
        foreach (Func<HttpResponseMessage> answer in answers)
        {
            var server = new FakeServer { Otherwise = _ => answer() };
            JourneyAppOptions options = Transports.Options(server);
            options.Credential = credential;
            options.LoggerFactory = kept;
            options.MaxAttempts = 2;
            using var app = new FieldApp(options);
            Func<Task>[] calls =
            [
                () => app.Jobs.FindAsync(new Job().Id), () => app.Jobs.ToListAsync(), () => app.Jobs.Where(j => j.Title == Value).CountAsync(),
                () => app.Jobs.CreateAsync(new Job { Title = Value }), () => app.Jobs.CreateIfMissingAsync(new Job { Title = Value }),
                () => app.Jobs.UpdateAsync(new Job(new Job().Id) { Title = Value, Photo = Photo.FromBytes(new byte[3], "a.jpg") }),
                () => app.Jobs.DeleteAsync(new Job().Id), () => app.Jobs.DownloadAsync(withPhoto, j => j.Photo, FileVariant.Original, Stream.Null),
                async () => Keep(await app.WriteAsync([BatchOperation.Create(new Job { Title = Value })])),
                () => app.Objects("job").All().ToListAsync(), () => app.Oplog.TailAsync(), () => app.Deployment.GetDataModelAsync(),
                () => app.Deployment.GetDataModelXmlAsync(), () => app.Deployment.Users.LockAsync("u"),
                async () => Keep(await app.Deployment.Users.CreateAuthenticationTokenAsync("u")),
            ];
            foreach (Func<Task> call in calls)
            {
                if (await Record.ExceptionAsync(call) is { } fault) Keep(fault);
            }
            Keep(app);
            Keep(options);
            Keep(app.Jobs);
            Keep(credential);
            said.AppendLine(JsonSerializer.Serialize(options)).AppendLine(Newtonsoft.Json.JsonConvert.SerializeObject(credential));
        }
        using (var reading = new FieldApp(Transports.Options(new FakeServer())))
        {
            var webhooks = reading.CreateWebhookReader(Token, Password);
            Keep(webhooks);
            Keep(Record.Exception(() => webhooks.Read("{}"u8, "00"))!);
            Keep(Record.Exception(() => webhooks.Read("{}"u8, null))!);
        }

        Assert.True(said.Length > 10_000, $"Only {said.Length} characters were searched.");
        foreach (string secret in (string[])[Token, "s3cr3t", Password, pair, Convert.ToBase64String(Encoding.UTF8.GetBytes(Token))])
        {
            Assert.DoesNotContain(secret, said.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain(secret, kept.Text, StringComparison.Ordinal);
        }
        Assert.DoesNotContain(Signed, said.ToString() + kept.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Miller", kept.Text, StringComparison.Ordinal);

        void Keep(object thing)
        {
            said.AppendLine(thing.ToString());
            if (thing is not Exception fault) return;
            foreach (System.Collections.DictionaryEntry entry in fault.Data) said.AppendLine(string.Concat(entry.Key, " ", entry.Value));
            if (fault is BatchException batch) Keep(batch.Report);
        }
    }

    [Theory]
    [InlineData("two words s3cr3t")]
    [InlineData("s3cr3t\n")]
    [InlineData("Bearer s3cr3t")]
    [InlineData("s3cr3té")]
    public void A_refused_credential_is_not_quoted(string token)
        => Assert.DoesNotContain("s3cr3t", Assert.Throws<ArgumentException>(() => JourneyCredential.NamedToken(token)).ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData("https://user:s3cr3t@x.journeyapps.com/api/v4/d")]
    [InlineData("https://x.journeyapps.com/api/v4/d?token=s3cr3t")]
    public void An_address_that_holds_a_secret_is_refused_and_not_quoted(string address)
    {
        var options = new JourneyAppOptions { BaseAddress = new Uri(address), Credential = JourneyCredential.NamedToken(Token) };
        Assert.DoesNotContain("s3cr3t", Assert.Throws<ArgumentException>(() => new FieldApp(options)).ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("s3cr3t", options.ToString(), StringComparison.Ordinal);
    }

    // So what is searched above is also what a debugger shows.
    [Fact]
    public void A_debugger_shows_what_ToString_says()
    {
        Type[] types = [.. typeof(JourneyClient).Assembly.GetTypes().Where(type => type.GetCustomAttributes(typeof(DebuggerDisplayAttribute), inherit: false).Length > 0)];
        Assert.NotEmpty(types);
        Assert.All(types, type => Assert.Equal("{ToString(),nq}", ((DebuggerDisplayAttribute)type.GetCustomAttributes(typeof(DebuggerDisplayAttribute), inherit: false)[0]).Value));
    }

    [Fact]
    public void An_enrolment_token_is_in_no_serialisers_output()
    {
        var token = new AuthenticationToken(JsonSerializer.SerializeToElement(new { token = "s3cr3t" }));
        Assert.Equal("s3cr3t", token.Token);
        Assert.DoesNotContain("s3cr3t", token + JsonSerializer.Serialize(token) + Newtonsoft.Json.JsonConvert.SerializeObject(token), StringComparison.Ordinal);
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
