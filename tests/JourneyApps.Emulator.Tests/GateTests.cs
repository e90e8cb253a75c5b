using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace JourneyApps.Emulator.Tests;

/// <summary>Requests that a web page of another site can make with the browser of a developer.</summary>
public sealed class GateTests(ITestOutputHelper output)
{
    private const string Forms = "application/x-www-form-urlencoded";

    // PORT stands for the emulator's port.
    private static readonly (string? Host, bool IsOwn)[] Hosts =
    [
        ("localhost:PORT", true), ("127.0.0.1:PORT", true), ("[::1]:PORT", true), ("localhost", true), ("127.0.0.1", true), ("LOCALHOST:PORT", true),
        ("localhost:1", true), ("evil.example", false), ("evil.example:PORT", false), ("127.0.0.1.evil.example:PORT", false), ("localhost.evil.example", false),
        ("evil.localhost:PORT", false), ("localhost.:PORT", false), ("7f000001.rebind.example:PORT", false), ("192.168.1.5:PORT", false), ("10.0.0.1", false),
        ("0.0.0.0:PORT", false), ("127.1:PORT", false), ("2130706433:PORT", false), ("[::ffff:127.0.0.1]:PORT", false), ("[fe80::1]", false), (null, false),
    ];

    private static readonly (string? Origin, bool IsOwn)[] Origins =
    [
        (null, true), ("http://HOST", true), ("null", false), ("https://evil.example", false), ("http://evil.example:PORT", false),
        ("https://HOST", false), ("http://localhost:2", false), ("", false),
    ];

    private static readonly (string? Site, bool IsOwn)[] Sites =
        [(null, true), ("same-origin", true), ("none", true), ("same-site", false), ("cross-site", false), ("other", false)];

    private static readonly (string Method, string Path)[] Calls =
    [
        ("GET", "objects/site.json"), ("GET", "datamodel.json"), ("GET", "oplog.json"), ("POST", "objects/site.json"), ("POST", "batch.json"),
        ("PATCH", $"objects/site/{Id}.json"), ("PUT", $"objects/site/{Id}.json"), ("DELETE", $"objects/site/{Id}.json"), ("OPTIONS", "objects/site.json"),
    ];

    private static readonly (string? Type, bool IsJson)[] ContentTypes =
    [
        ("application/json", true), ("application/json; charset=utf-8", true), ("APPLICATION/JSON", true), (Forms, false), (Forms + ";charset=UTF-8", false),
        ("multipart/form-data; boundary=x", false), ("text/plain", false), ("text/plain;application/json", false), ("application/jsonx", false), (null, false),
    ];

    private const string Id = "613e4cb0-e665-4705-aaef-2fb91adacabd";

    [Fact]
    public async Task Only_requests_to_this_machine_and_from_no_other_page_are_answered()
    {
        await using Api api = await Api.StartAsync();
        int asked = 0;
        List<string> wrong = [];
        foreach ((string? host, bool isOwnHost) in Hosts)
        {
            foreach ((string? origin, bool isOwnOrigin) in Origins)
            {
                foreach ((string? site, bool isOwnSite) in Sites)
                {
                    // Every call with every origin, but in turns, so that the run stays short.
                    (string method, string path) = Calls[asked++ % Calls.Length];
                    int status = await SendAsync(api, method, path, host, origin, site, "application/json", """{"site":{"name":"x"},"operations":[]}""");
                    bool isAllowed = isOwnHost && isOwnOrigin && isOwnSite;
                    if (isAllowed == (status == 403)) wrong.Add($"{method} {path} host {host} origin {origin} site {site}: {status}");
                }
            }
        }

        output.WriteLine($"{asked} requests, {wrong.Count} answered wrongly");
        Assert.Equal([], wrong);
    }

    [Fact]
    public async Task Bodies_are_JSON_unless_forms_are_allowed()
    {
        await using Api strict = await Api.StartAsync();
        await using Api lenient = await Api.StartAsync(options: new() { AcceptForms = true });
        foreach ((string? type, bool isJson) in ContentTypes)
        {
            string body = isJson ? """{"site":{"name":"x"}}""" : "site[name]=x";
            bool isForm = type is null || type.StartsWith(Forms, StringComparison.Ordinal);

            Assert.Equal(isJson ? 200 : 400, await SendAsync(strict, "POST", "objects/site.json", "localhost", null, null, type, body));
            Assert.Equal(isJson || isForm ? 200 : 400, await SendAsync(lenient, "POST", "objects/site.json", "localhost", null, null, type, body));
        }

        Assert.Equal(ContentTypes.Count(type => type.IsJson), await strict.Emulator.CountAsync("site"));
    }

    [Fact]
    public async Task Hosts_and_origins_can_be_allowed()
    {
        await using Api api = await Api.StartAsync(options: new() { AllowedHosts = ["host.docker.internal"], AllowedOrigins = ["http://localhost:5173"] });

        Assert.Equal(200, await SendAsync(api, "GET", "datamodel.json", "host.docker.internal:5000", null, null, null, null));
        Assert.Equal(200, await SendAsync(api, "GET", "datamodel.json", "localhost", "http://localhost:5173", "same-site", null, null));
        Assert.Equal(403, await SendAsync(api, "GET", "datamodel.json", "docker.internal", null, null, null, null));
        Assert.Equal(403, await SendAsync(api, "GET", "datamodel.json", "localhost", "http://localhost:5174", "same-site", null, null));
    }

    [Fact]
    public async Task Pages_of_every_site_can_show_a_file_by_its_signed_URL_but_only_of_this_host()
    {
        await using Api api = await Api.StartAsync();
        Answer job = await api.PutAsync($"objects/job/{Id}.json", """{"job":{"report":{"base64":"aGVsbG8=","filename":"a.txt"}}}""");
        string file = new Uri(job.Expect(200)["report"].GetProperty("original").GetString()!).PathAndQuery;

        Assert.Equal(200, await SendAsync(api, "GET", file, "localhost", null, "cross-site", null, null));
        Assert.Equal(403, await SendAsync(api, "GET", file, "evil.example", null, "same-origin", null, null));
    }

    [Fact]
    public async Task A_request_without_a_socket_needs_no_host()
    {
        await using Api api = await Api.StartAsync(options: new() { Listen = false });

        (await api.GetAsync("datamodel.json")).Expect(200);
    }

    // Over a socket of its own: a client would not send such headers.
    private static async Task<int> SendAsync(
        Api api, string method, string path, string? host, string? origin, string? site, string? contentType, string? body)
    {
        string port = api.Emulator.BaseAddress.Port.ToString(CultureInfo.InvariantCulture);
        host = host?.Replace("PORT", port, StringComparison.Ordinal);
        StringBuilder request = new();
        string target = path.StartsWith('/') ? path : api.Emulator.BaseAddress.AbsolutePath + path;
        request.Append(CultureInfo.InvariantCulture, $"{method} {target} HTTP/1.{(host is null ? 0 : 1)}\r\nConnection: close\r\nAuthorization: Bearer {api.Emulator.Token}\r\n");
        if (host is not null) request.Append(CultureInfo.InvariantCulture, $"Host: {host}\r\n");
        if (origin is not null) request.Append(CultureInfo.InvariantCulture, $"Origin: {origin.Replace("HOST", host ?? "localhost", StringComparison.Ordinal).Replace("PORT", port, StringComparison.Ordinal)}\r\n");
        if (site is not null) request.Append(CultureInfo.InvariantCulture, $"Sec-Fetch-Site: {site}\r\n");
        if (contentType is not null) request.Append(CultureInfo.InvariantCulture, $"Content-Type: {contentType}\r\n");
        if (body is not null && method is not ("GET" or "DELETE" or "OPTIONS")) request.Append(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\n\r\n{body}");
        else request.Append("\r\n");

        using TcpClient client = new();
        await client.ConnectAsync("127.0.0.1", api.Emulator.BaseAddress.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request.ToString()));
        using StreamReader reader = new(client.GetStream());
        string answer = await reader.ReadToEndAsync();
        return int.Parse(answer.Split(' ')[1], CultureInfo.InvariantCulture);
    }
}
