using System.Net;
using System.Net.Sockets;
using System.Text;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Internal.Transport.Requests;
using JourneyApps.Runtime.Tests.Http;

namespace JourneyApps.Runtime.Tests.Errors;

public sealed class AnswerTests
{
    [Fact]
    public async Task An_error_object_gives_its_exception_and_its_parts()
    {
        const string Body = """{"type":"OBJECT_NOT_FOUND","title":"Object not found.","detail":"No job found with ID: 'a'","see":"https://x#y","new":{"deep":[1]}}""";
        using ApiTransport transport = Transports.To(new FakeServer().Answer(HttpStatusCode.NotFound, Body));

        ObjectNotFoundException fault = await Assert.ThrowsAsync<ObjectNotFoundException>(() => transport.SendAsync(Transports.Update));
        Assert.Equal(
            ("OBJECT_NOT_FOUND", "Object not found.", "No job found with ID: 'a'", "https://x#y", WriteOutcome.NotApplied),
            (fault.Type, fault.Title, fault.Detail, fault.See, fault.Outcome));
        Assert.DoesNotContain("No job found", fault.Message, StringComparison.Ordinal);
        Assert.EndsWith(" failed: the server returned 404 OBJECT_NOT_FOUND: Object not found. For more information, see Detail.", fault.Message, StringComparison.Ordinal);
        Assert.Equal(Body, fault.RawBody);
    }

    [Fact]
    public async Task A_401_with_plain_text_is_an_authentication_failure()
    {
        using ApiTransport transport = Transports.To(new FakeServer().Answer(HttpStatusCode.Unauthorized, "HTTP Basic: Access denied.", "text/plain"));

        AuthenticationFailedException fault = await Assert.ThrowsAsync<AuthenticationFailedException>(() => transport.SendAsync(Transports.Read));
        Assert.Equal("AUTHENTICATION_FAILED", fault.Type);
        Assert.Equal("HTTP Basic: Access denied.", fault.RawBody);
    }

    [Fact]
    public async Task A_500_with_HTML_and_an_empty_504_are_server_faults()
    {
        var server = new FakeServer().Answer(HttpStatusCode.InternalServerError, "<html>", "text/html").Answer(HttpStatusCode.GatewayTimeout);
        using ApiTransport transport = Transports.To(server, more: options => options.MaxAttempts = 1);

        JourneyApiException html = await Assert.ThrowsAsync<JourneyApiException>(() => transport.SendAsync(Transports.Update));
        Assert.Equal(ApiErrorKind.ServerError, html.Kind);
        Assert.Equal(("<html>", null, WriteOutcome.Unknown), (html.RawBody, html.Type, html.Outcome));
        JourneyApiException empty = await Assert.ThrowsAsync<JourneyApiException>(() => transport.SendAsync(Transports.Update));
        Assert.Equal(ApiErrorKind.ServerError, empty.Kind);
        Assert.Null(empty.RawBody);
    }

    [Fact]
    public async Task A_404_without_a_type_does_not_pass_for_a_missing_object()
    {
        using ApiTransport transport = Transports.To(new FakeServer().Answer(HttpStatusCode.NotFound, "nginx", "text/plain"));

        JourneyApiException fault = await Assert.ThrowsAsync<JourneyApiException>(() => transport.SendAsync(Transports.Read));
        Assert.Equal(ApiErrorKind.RouteNotFound, fault.Kind);
        Assert.Contains("base address", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Malformed_JSON_in_a_success_is_repeated_for_reads_and_told_as_applied_for_writes()
    {
        Func<ApiResponse, int> read = response => System.Text.Json.JsonDocument.Parse(response.Body).RootElement.GetProperty("n").GetInt32();
        using ApiTransport reading = Transports.To(new FakeServer().Answer(HttpStatusCode.OK, "{\"n\":").Answer(HttpStatusCode.OK, "{\"n\":5}"));
        Assert.Equal(5, await reading.SendAsync(Transports.Read, read, default));

        using ApiTransport writing = Transports.To(new FakeServer().Answer(HttpStatusCode.OK, "{\"n\":"));
        UnreadableResponseException fault = await Assert.ThrowsAsync<UnreadableResponseException>(() => writing.SendAsync(Transports.Update, read, default));
        Assert.Equal((WriteOutcome.Applied, "{\"n\":"), (fault.Outcome, fault.RawBody));
    }

    [Fact]
    public async Task A_redirect_is_an_error_that_names_the_host_only()
    {
        var server = new FakeServer().Answer(
            HttpStatusCode.Redirect, more: response => response.Headers.Location = new Uri("https://login.example.com/path?token=abc"));
        using ApiTransport transport = Transports.To(server);

        JourneyApiException fault = await Assert.ThrowsAsync<JourneyApiException>(() => transport.SendAsync(Transports.Update));
        Assert.Equal(ApiErrorKind.Redirect, fault.Kind);
        Assert.Contains("login.example.com", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("token", fault.ToString(), StringComparison.Ordinal);
        Assert.Equal(WriteOutcome.NotApplied, fault.Outcome);
    }

    [Fact]
    public async Task A_redirect_that_an_injected_client_followed_is_noticed()
    {
        var server = new FakeServer().Answer(_ => FakeServer.Response(HttpStatusCode.OK, "<login>", "text/html"));
        JourneyAppOptions options = Transports.Options(server);
        using var client = new HttpClient(new Following(server));
        using var transport = new ApiTransport(options.ToSettings(), client);

        Assert.Equal(ApiErrorKind.Redirect, (await Assert.ThrowsAsync<JourneyApiException>(() => transport.SendAsync(Transports.Update))).Kind);
    }

    [Fact]
    public async Task An_unreachable_host_is_a_connection_fault_and_nothing_was_applied()
    {
        int closedPort;
        using (var listener = new TcpListener(IPAddress.Loopback, 0))
        {
            listener.Start();
            closedPort = ((IPEndPoint)listener.LocalEndpoint).Port;
        }
        JourneyAppOptions options = Transports.Options(new FakeServer());
        options.BaseAddress = new Uri($"http://127.0.0.1:{closedPort}/api/v4/d");
        options.Handler = null;
        options.RetryDelay = TimeSpan.Zero;
        using var transport = new ApiTransport(options.ToSettings());

        JourneyApiException fault = await Assert.ThrowsAsync<JourneyApiException>(() => transport.SendAsync(Transports.Update));
        Assert.Equal(ApiErrorKind.Connection, fault.Kind);
        Assert.Equal(WriteOutcome.NotApplied, fault.Outcome);
        Assert.Contains($"127.0.0.1:{closedPort} could not be reached (ConnectionRefused)", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_larger_than_allowed_is_refused_before_it_fills_the_memory()
    {
        var server = new FakeServer().Answer(_ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new EndlessStream()) });
        using ApiTransport transport = Transports.To(server, more: options => options.MaxResponseBytes = 1 << 20);

        UnreadableResponseException fault = await Assert.ThrowsAsync<UnreadableResponseException>(() => transport.SendAsync(Transports.Read));
        Assert.Contains("MaxResponseBytes", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_errors_body_is_kept_up_to_16_KiB()
    {
        using ApiTransport transport = Transports.To(new FakeServer().Answer(HttpStatusCode.BadRequest, new string('x', 100_000)));

        InvalidRequestException fault = await Assert.ThrowsAsync<InvalidRequestException>(() => transport.SendAsync(Transports.Read));
        Assert.Equal(16 * 1024, Encoding.UTF8.GetByteCount(fault.RawBody!));
    }

    private sealed class Following(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            request.RequestUri = new Uri("https://login.example.com/");
            return response;
        }
    }

    private sealed class EndlessStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(buffer.Length);
    }
}
