using System.Net;
using System.Net.Sockets;
using Acme.Field;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Internal.Objects.Downloads;
using JourneyApps.Internal.Transport.Requests;
using JourneyApps.Runtime.Tests.Http;
using JourneyApps.Webhooks;

namespace JourneyApps.Runtime.Tests.Transfers;

public sealed class MediaHostTests
{
    private static readonly Uri Api = new("https://x.backend.us.journeyapps.com/api/v4/d/");

    [Theory]
    [InlineData("https://run.journeyapps.com/media/a.jpg?sha=1", true)]
    [InlineData("https://x.backend.us.journeyapps.com/media/a.jpg", true)]
    [InlineData("https://cdn.example.com/a.jpg", true)]
    [InlineData("http://run.journeyapps.com/media/a.jpg", false)]
    [InlineData("https://evil.com/a.jpg", false)]
    [InlineData("https://journeyapps.com.evil.com/a.jpg", false)]
    [InlineData("https://notjourneyapps.com/a.jpg", false)]
    [InlineData("https://sub.cdn.example.com/a.jpg", false)]
    [InlineData("https://user@run.journeyapps.com/a.jpg", false)]
    [InlineData("https://127.0.0.1/a.jpg", false)]
    [InlineData("https://169.254.169.254/latest/meta-data", false)]
    [InlineData("https://[::1]/a.jpg", false)]
    [InlineData("http://localhost/a.jpg", false)]
    [InlineData("file:///etc/passwd", false)]
    public void Only_https_hosts_of_the_APIs_domain_or_named_ones_are_fetched_from(string url, bool allowed)
    {
        var hosts = new MediaHosts(Api, ["cdn.example.com"]);
        if (allowed) hosts.Check(new Uri(url));
        else Assert.Equal(ApiErrorKind.UrlRefused, Assert.Throws<JourneyApiException>(() => hosts.Check(new Uri(url))).Kind);
    }

    [Theory]
    [InlineData("x.backend.us.journeyapps.com", "journeyapps.com")]
    [InlineData("api.shop.co.uk", "shop.co.uk")]
    [InlineData("localhost", "localhost")]
    [InlineData("10.1.2.3", "10.1.2.3")]
    public void The_registrable_domain_is_what_somebody_registers(string host, string domain)
        => Assert.Equal(domain, MediaHosts.RegistrableDomain(host));

    [Theory]
    [InlineData("10.0.0.1", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.1.1", false)]
    [InlineData("100.100.0.1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("8.8.8.8", true)]
    [InlineData("2606:4700::1111", true)]
    public void Private_addresses_are_known(string address, bool isPublic)
        => Assert.Equal(isPublic, PublicAddress.Is(IPAddress.Parse(address)));

    [Fact]
    public async Task Redirects_are_followed_without_credentials_and_each_target_is_checked()
    {
        var server = new FakeServer()
            .Answer(HttpStatusCode.Redirect, more: response => response.Headers.Location = new Uri("/b", UriKind.Relative))
            .Answer(HttpStatusCode.TemporaryRedirect, more: response => response.Headers.Location = new Uri("https://cdn.example.com/c"))
            .Answer(HttpStatusCode.OK, "file", "image/jpeg");
        JourneyAppOptions options = Transports.Options(server);
        options.AllowedMediaHosts.Add("cdn.example.com");
        using var app = new FieldApp(options);
        using var target = new MemoryStream();
        (long Length, string? ContentType) file = await app.Jobs.DownloadAsync(WithPhoto("https://run.journeyapps.com/a"), j => j.Photo, FileVariant.Original, target);

        Assert.Equal((4L, "image/jpeg"), (file.Length, file.ContentType));
        Assert.Equal(["https://run.journeyapps.com/a", "https://run.journeyapps.com/b", "https://cdn.example.com/c"], server.Requests.Select(request => request.Uri.AbsoluteUri));
        Assert.All(server.Requests, request => Assert.DoesNotContain("Authorization", request.Headers.Keys));
    }

    [Theory]
    [InlineData("https://169.254.169.254/latest")]
    [InlineData("https://evil.example.org/x")]
    [InlineData("http://run.journeyapps.com/x")]
    public async Task A_redirect_elsewhere_is_refused_before_anything_is_sent(string target)
    {
        var server = new FakeServer().Answer(HttpStatusCode.Redirect, more: response => response.Headers.Location = new Uri(target));
        using var app = new FieldApp(Transports.Options(server));
        Assert.Equal(ApiErrorKind.UrlRefused, (await Assert.ThrowsAsync<JourneyApiException>(
            () => app.Jobs.DownloadAsync(WithPhoto("https://run.journeyapps.com/a"), j => j.Photo, FileVariant.Original, Stream.Null))).Kind);
        Assert.Single(server.Requests);
    }

    // The name is allowed, and leads inside: what a name leads to only shows when a connection is made.
    [Fact]
    public async Task A_name_that_leads_to_a_private_address_is_refused_without_a_connection()
    {
        using var inside = new TcpListener(IPAddress.Loopback, 0);
        inside.Start();
        var options = new JourneyAppOptions { BaseAddress = new Uri("https://x.backend.us.journeyapps.com/api/v4/d"), Credential = JourneyCredential.NamedToken("O:secret") };
        options.AllowedMediaHosts.Add("localhost");
        using var app = new FieldApp(options);

        Assert.Equal(ApiErrorKind.UrlRefused, (await Assert.ThrowsAsync<JourneyApiException>(() => app.Jobs.DownloadAsync(
            WithPhoto($"https://localhost:{((IPEndPoint)inside.LocalEndpoint).Port}/a.jpg"), j => j.Photo, FileVariant.Original, Stream.Null))).Kind);

        Assert.False(inside.Pending());
    }

    [Theory]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    [InlineData("https://10.0.0.1/a.jpg")]
    [InlineData("https://[fd00::1]/a.jpg")]
    [InlineData("https://evil.example.org/a.jpg")]
    public async Task A_URL_out_of_a_webhook_is_checked_like_any_other(string url)
    {
        var server = new FakeServer();
        using var app = new FieldApp(Transports.Options(server));
        JourneyWebhook webhook = app.CreateWebhookReader("s").ParseUnverified(System.Text.Encoding.UTF8.GetBytes("""
            {"event":"job_ready","sequence":1,"operation":"create","object":{"id":"a","type":"job","photo_id":"p","photo":{"state":"uploaded","original":"URL"}}}
            """.Replace("URL", url, StringComparison.Ordinal)));

        Assert.Equal(ApiErrorKind.UrlRefused, (await Assert.ThrowsAsync<JourneyApiException>(
            () => app.Jobs.DownloadAsync(Assert.IsType<Job>(webhook.Object), j => j.Photo, FileVariant.Original, Stream.Null))).Kind);

        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Over_real_sockets_no_credential_goes_with_a_file_nor_with_its_redirect()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync(server: options => options with { Assumptions = new() { RedirectMedia = true } });
        var job = new Job { Photo = Photo.FromBytes("file"u8.ToArray(), "a.jpg") };
        await app.Jobs.CreateAsync(job);
        app.Emulator.ClearRequests();
        using var target = new MemoryStream();

        await app.Jobs.DownloadAsync(job, j => j.Photo, FileVariant.Original, target);

        Assert.Equal("file"u8.ToArray(), target.ToArray());
        Assert.Equal([302, 200], app.Emulator.Requests.Select(request => request.StatusCode));
        Assert.All(app.Emulator.Requests, request => Assert.Empty(request.Headers.Keys.Intersect(["Authorization", "Cookie", "Journey-Authentication-Type"], StringComparer.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task Redirects_end()
    {
        var server = new FakeServer { Otherwise = _ => FakeServer.Response(HttpStatusCode.Redirect, more: response => response.Headers.Location = new Uri("/again", UriKind.Relative)) };
        using var app = new FieldApp(Transports.Options(server));
        Assert.Equal(ApiErrorKind.UrlRefused, (await Assert.ThrowsAsync<JourneyApiException>(
            () => app.Jobs.DownloadAsync(WithPhoto("https://run.journeyapps.com/a"), j => j.Photo, FileVariant.Original, Stream.Null))).Kind);
        Assert.Equal(6, server.Requests.Count);
    }

    private static Job WithPhoto(string url) => new(new Job().Id)
    { Photo = new Photo("p", "uploaded", new Dictionary<string, string> { ["original"] = url }) };
}
