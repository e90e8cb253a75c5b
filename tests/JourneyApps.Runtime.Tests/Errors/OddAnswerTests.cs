using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Acme.Field;
using JourneyApps.Deployments;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Runtime.Tests.Http;
using JourneyApps.Webhooks;

namespace JourneyApps.Runtime.Tests.Errors;

/// <summary>Answers, connections and handlers that the API does not have, and what is said of them.</summary>
public sealed class OddAnswerTests
{
    private const string Id = "10000000-0000-4000-8000-000000000000";
    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];

    [Fact]
    public async Task A_byte_order_mark_before_JSON_is_not_read()
    {
        FakeServer server = new FakeServer()
            .Answer(_ => Bytes(HttpStatusCode.OK, [.. Mark, .. Encoding.UTF8.GetBytes($$"""{"id":"{{Id}}","title":"x"}""")]))
            .Answer(_ => Bytes(HttpStatusCode.OK, [.. Mark, .. """{"objects":[{"id":"a"}],"more":false}"""u8]))
            .Answer(_ => Bytes(HttpStatusCode.OK, [.. Mark, .. """{"count":3}"""u8]))
            .Answer(_ => Bytes(HttpStatusCode.OK, [.. Mark, .. """{"entries":[]}"""u8]))
            .Answer(_ => Bytes(HttpStatusCode.OK, [.. Mark, .. """{"label":"x"}"""u8]))
            .Answer(_ => Bytes(HttpStatusCode.NotFound, [.. Mark, .. """{"type":"OBJECT_NOT_FOUND"}"""u8]));
        using var app = new FieldApp(Transports.Options(server));
        Assert.Equal("x", (await app.Jobs.GetAsync(Id)).Title);
        Assert.Single(await app.Jobs.ToListAsync());
        Assert.Equal(3, await app.Jobs.CountAsync());
        Assert.Empty((await app.Oplog.ReadPageAsync()).Entries);
        Assert.Equal("x", (await app.Deployment.GetInfoAsync()).Label);
        Assert.Null(await app.Jobs.FindAsync(Id));
    }

    [Fact]
    public void A_byte_order_mark_before_a_webhook_is_not_read_and_is_signed()
    {
        byte[] body = [.. Mark, .. """{"event":"update","sequence":"7","operation":"update","object":{"id":"a","type":"job","title":"x"}}"""u8];
        using var app = new FieldApp(Transports.Options(new FakeServer()));
        JourneyWebhook webhook = app.CreateWebhookReader("secret").Read(body, WebhookReader.Sign(body, "secret"));
        Assert.Equal("x", Assert.IsType<Job>(webhook.Object).Title);
    }

    [Theory]
    [InlineData("""{"ty""")]
    [InlineData("""{"type":"OBJECT_NOT_FO""")]
    [InlineData("""{"title":"Object not found","type":""")]
    public async Task A_404_whose_body_broke_off_is_asked_again_and_is_not_said_to_be_a_wrong_address(string cut)
    {
        FakeServer server = new FakeServer().Answer(HttpStatusCode.NotFound, cut).Answer(HttpStatusCode.NotFound, """{"type":"OBJECT_NOT_FOUND"}""");
        using var app = new FieldApp(Transports.Options(server));
        Assert.Null(await app.Jobs.FindAsync(Id));

        server.Otherwise = _ => FakeServer.Response(HttpStatusCode.NotFound, cut);
        UnreadableResponseException fault = await Assert.ThrowsAsync<UnreadableResponseException>(() => app.Jobs.FindAsync(Id));
        Assert.Equal((HttpStatusCode.NotFound, cut), (fault.StatusCode, fault.RawBody));
        Assert.Contains("incomplete", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("base address", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_404_whose_connection_broke_in_the_body_is_one_that_broke_off_unless_its_type_had_come()
    {
        string cut = """{"t""";
        var server = new FakeServer
        {
            Otherwise = _ => new HttpResponseMessage(HttpStatusCode.NotFound)
            {
                Content = new PiecewiseContent(
                    _ => Task.FromResult(Encoding.UTF8.GetBytes(cut)), _ => throw new HttpIOException(HttpRequestError.ResponseEnded)),
            },
        };
        using var app = new FieldApp(Transports.Options(server));
        Assert.Contains("incomplete", (await Assert.ThrowsAsync<UnreadableResponseException>(() => app.Jobs.GetAsync(Id))).Message, StringComparison.Ordinal);
        cut = """{"type":"OBJECT_NOT_FOUND","title":"Obj""";
        await Assert.ThrowsAsync<ObjectNotFoundException>(() => app.Jobs.GetAsync(Id));
    }

    [Theory]
    [InlineData(101)]
    [InlineData(199)]
    [InlineData(304)]
    [InlineData(306)]
    public async Task A_status_that_is_no_redirect_is_not_called_one(int status)
    {
        using var app = new FieldApp(Transports.Options(new FakeServer { Otherwise = _ => new HttpResponseMessage((HttpStatusCode)status) }));
        JourneyApiException fault = await Assert.ThrowsAsync<JourneyApiException>(() => app.Jobs.CountAsync());
        Assert.Equal((ApiErrorKind.UnexpectedStatus, status), (fault.Kind, (int)fault.StatusCode!.Value));
        Assert.Contains($"{status}", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("redirect", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Switching_protocols_does_not_wait_for_a_body()
    {
        var content = new PiecewiseContent(async token =>
        {
            await Task.Delay(Timeout.Infinite, token);
            return [];
        });
        using var app = new FieldApp(Transports.Options(
            new FakeServer { Otherwise = _ => new HttpResponseMessage(HttpStatusCode.SwitchingProtocols) { Content = content } }, TimeProvider.System));
        await Assert.ThrowsAsync<JourneyApiException>(() => app.Jobs.CountAsync().WaitAsync(TimeSpan.FromSeconds(10)));
    }

    [Theory]
    [InlineData("get", 3)]
    [InlineData("delete", 3)]
    [InlineData("update", 3)]
    [InlineData("query", 3)]
    public async Task A_connection_that_closes_at_once_is_tried_as_often_as_the_options_say(string call, int attempts)
    {
        int requests = 0;
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var stop = new CancellationTokenSource();
        var serving = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                using TcpClient connection = await listener.AcceptTcpClientAsync(stop.Token);
                byte[] buffer = new byte[16 * 1024];
                if (await connection.GetStream().ReadAsync(buffer, stop.Token) > 0) Interlocked.Increment(ref requests);
            }
        });
        var options = new JourneyAppOptions
        {
            BaseAddress = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/api/v4/x"),
            Credential = JourneyCredential.NamedToken("O:t"),
            MaxAttempts = attempts,
            RetryDelay = TimeSpan.FromMilliseconds(1),
        };
        using var app = new FieldApp(options);
        Func<Task> send = call switch
        {
            "get" => () => app.Jobs.GetAsync(Id),
            "delete" => () => app.Jobs.DeleteAsync(new Id<Job>(Id)),
            "update" => () => app.Jobs.UpdateAsync(new Job(new Id<Job>(Id)) { Title = "x" }),
            _ => () => app.Jobs.Where(j => j.Crew > 1).ToListAsync(),
        };
        JourneyApiException fault = await Assert.ThrowsAsync<JourneyApiException>(send);
        Assert.Equal(ApiErrorKind.Connection, fault.Kind);
        Assert.Equal(attempts, Volatile.Read(ref requests));
        await stop.CancelAsync();
        await EndAsync(serving);
    }

    [Fact]
    public async Task An_idle_connection_that_the_server_closed_costs_no_attempt()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync(options => options.MaxAttempts = 1);
        for (int i = 0; i < 3; i++) Assert.Equal(0, await app.Jobs.CountAsync());
    }

    [Fact]
    public async Task An_untrusted_certificate_is_named_and_tried_once()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using X509Certificate2 made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        int connections = 0;
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var stop = new CancellationTokenSource();
        var serving = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                using TcpClient connection = await listener.AcceptTcpClientAsync(stop.Token);
                Interlocked.Increment(ref connections);
                using var secure = new SslStream(connection.GetStream());
                try
                {
                    await secure.AuthenticateAsServerAsync(made);
                    _ = await secure.ReadAsync(new byte[1], stop.Token);
                }
                catch (Exception fault) when (fault is IOException or System.Security.Authentication.AuthenticationException)
                {
                }
            }
        });
        var options = new JourneyAppOptions
        {
            BaseAddress = new Uri($"https://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}/api/v4/x"),
            Credential = JourneyCredential.NamedToken("O:t"),
            RetryDelay = TimeSpan.FromMilliseconds(1),
        };
        using var app = new FieldApp(options);
        JourneyApiException fault = await Assert.ThrowsAsync<JourneyApiException>(() => app.Jobs.UpdateAsync(new Job(new Id<Job>(Id)) { Title = "x" }));
        Assert.Equal((ApiErrorKind.Connection, WriteOutcome.NotApplied, false), (fault.Kind, fault.Outcome, fault.IsTransient));
        Assert.Contains("certificate", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("network", fault.Message, StringComparison.Ordinal);
        Assert.Equal(1, Volatile.Read(ref connections));
        await stop.CancelAsync();
        await EndAsync(serving);
    }

    [Fact]
    public async Task A_disposed_client_says_so_in_calls_to_come_and_in_progress()
    {
        var begun = new TaskCompletionSource();
        FakeServer server = new FakeServer().AnswerAsync(async (_, token) =>
        {
            begun.SetResult();
            await Task.Delay(Timeout.Infinite, token);
            return new HttpResponseMessage();
        });
        var app = new FieldApp(Transports.Options(server));
        Task<int> inProgress = app.Jobs.CountAsync();
        await begun.Task;
        app.Dispose();

        Func<Task>[] calls =
        [
            () => inProgress,
            () => app.Jobs.CountAsync(),
            () => app.Jobs.UpdateAsync(new Job(new Id<Job>(Id)) { Title = "x" }),
            () => app.Oplog.ReadPageAsync(),
            async () => (await app.WriteAsync([BatchOperation.Delete(new Job().Id)])).ThrowIfNotDone(),
            () => app.Jobs.DownloadAsync(
                new Job(Id) { Photo = new Photo("p", "uploaded", new Dictionary<string, string> { ["original"] = "https://run.journeyapps.com/a" }) },
                j => j.Photo, FileVariant.Original, Stream.Null),
        ];
        foreach (Func<Task> call in calls)
        {
            JourneyApiException fault = await Assert.ThrowsAnyAsync<JourneyApiException>(call);
            Assert.Contains("disposed", (fault as BatchException)?.Report.NotDone[0].Exception?.Message ?? fault.Message, StringComparison.Ordinal);
        }
        Assert.Single(server.Requests);
        JourneyApiException later = await Assert.ThrowsAsync<JourneyApiException>(() => app.Jobs.CountAsync());
        Assert.Equal((ApiErrorKind.ClientDisposed, WriteOutcome.NotApplied), (later.Kind, later.Outcome));
    }

    public static TheoryData<string> Throws => [.. Faults.Keys];

    private static readonly Dictionary<string, Exception> Faults = new Exception[]
    {
        new InvalidOperationException("x"), new NotSupportedException("x"), new ArgumentException("x"), new FormatException("x"), new UriFormatException("x"),
        new ObjectDisposedException("x"), new TimeoutException("x"), new SocketException(10054), new InvalidDataException("x"), new IOException("x"),
        new AggregateException("x"), new TaskCanceledException("x"), new OperationCanceledException("x"), new OverflowException("x"), new CookieException(),
        new System.Security.Authentication.AuthenticationException("x"), new HttpRequestException("x"), new KeyNotFoundException("x"), new InvalidCastException("x"),
    }.ToDictionary(fault => fault.GetType().Name);

    [Theory]
    [MemberData(nameof(Throws))]
    public async Task Whatever_a_handler_or_a_body_throws_a_call_fails_with_the_librarys_own_exception(string name)
    {
        Exception thrown = Faults[name];
        var server = new FakeServer { Otherwise = _ => throw thrown };
        using var app = new FieldApp(Transports.Options(server));
        await FailsAsync(app);

        foreach (HttpStatusCode status in (HttpStatusCode[])[HttpStatusCode.OK, HttpStatusCode.BadRequest, HttpStatusCode.NotFound])
        {
            server.Otherwise = _ => new HttpResponseMessage(status) { Content = new PiecewiseContent(_ => throw thrown) };
            await FailsAsync(app);
        }
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public async Task A_body_that_does_not_decompress_is_an_unreadable_answer(string encoding)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var stop = new CancellationTokenSource();
        var serving = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                using TcpClient connection = await listener.AcceptTcpClientAsync(stop.Token);
                _ = await connection.GetStream().ReadAsync(new byte[16 * 1024], stop.Token);
                string head = $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: {encoding}\r\nContent-Length: 9\r\nConnection: close\r\n\r\nnot zipped"[..^1];
                await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head), stop.Token);
            }
        });
        using var app = new FieldApp(new JourneyAppOptions
        {
            BaseAddress = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/api/v4/x"),
            Credential = JourneyCredential.NamedToken("O:t"),
            RetryDelay = TimeSpan.FromMilliseconds(1),
            MaxAttempts = 2,
        });
        await Assert.ThrowsAsync<UnreadableResponseException>(() => app.Jobs.CountAsync());
        await stop.CancelAsync();
        await EndAsync(serving);
    }

    /// <summary>A server that was stopped ends between two connections or in the middle of one.</summary>
    private static async Task EndAsync(Task serving)
    {
        try
        {
            await serving;
        }
        catch (OperationCanceledException)
        {
        }
    }

    [Theory]
    [InlineData("a\nb")]
    [InlineData("\u00e9")]
    public void An_entity_tag_that_no_header_takes_is_refused_at_once(string tag)
    {
        using var app = new FieldApp(Transports.Options(new FakeServer()));
        Assert.Throws<ArgumentException>(() => { _ = app.Deployment.GetDataModelJsonAsync(tag); });
    }

    private static async Task FailsAsync(FieldApp app)
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        Func<Task>[] calls =
        [
            () => app.Jobs.CountAsync(stop.Token),
            () => app.Jobs.UpdateAsync(new Job(new Id<Job>(Id)) { Title = "x" }, stop.Token),
            () => app.Jobs.DeleteAsync(new Id<Job>(Id), cancellationToken: stop.Token),
            () => app.Jobs.ToListAsync(stop.Token),
            () => app.Oplog.ReadPageAsync(cancellationToken: stop.Token),
            () => app.Deployment.GetDataModelAsync(stop.Token),
            () => app.Jobs.DownloadAsync(
                new Job(Id) { Photo = new Photo("p", "uploaded", new Dictionary<string, string> { ["original"] = "https://run.journeyapps.com/a" }) },
                j => j.Photo, FileVariant.Original, Stream.Null, null, stop.Token),
        ];
        foreach (Func<Task> call in calls) await Assert.ThrowsAnyAsync<JourneyApiException>(call);
        BatchReport report = await app.WriteAsync([BatchOperation.Delete(new Job().Id)], cancellationToken: stop.Token);
        Assert.IsAssignableFrom<JourneyApiException>(Assert.Single(report.NotDone).Exception);
    }

    private static HttpResponseMessage Bytes(HttpStatusCode status, byte[] body)
        => new(status) { Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } } };
}
