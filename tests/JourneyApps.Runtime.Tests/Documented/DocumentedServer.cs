using System.Net.Http.Headers;
using System.Reflection;
using System.Text;
using Acme.Documented;
using JourneyApps.Emulator;

namespace JourneyApps.Runtime.Tests.Documented;

/// <summary>The emulator with the models of the documentation's examples at the moment of one of them, a client, and what went between the two.</summary>
internal sealed class DocumentedServer : IAsyncDisposable
{
    /// <summary>The id in the path of the documented base URL.</summary>
    public const string DeploymentId = "6227b633b8683c00084cf4ed";

    private readonly Recorder _recorder;
    private readonly HttpClient _raw;

    private DocumentedServer(JourneyEmulator emulator, JourneyCredential? credential)
    {
        Emulator = emulator;
        _recorder = new Recorder(emulator.BaseAddress);
        _raw = new HttpClient(_recorder, disposeHandler: false) { BaseAddress = emulator.BaseAddress };
        App = new DocumentedApp(new JourneyAppOptions
        {
            BaseAddress = emulator.BaseAddress,
            Credential = credential ?? JourneyCredential.NamedToken(emulator.Token),
            Handler = _recorder,
            MediaHttpClientProvider = () => new HttpClient(_recorder, disposeHandler: false),
            MaxAttempts = 1,
        });
    }

    public static string Schema { get; } = ReadSchema();

    public JourneyEmulator Emulator { get; }

    public DocumentedApp App { get; }

    public Exchange Last => _recorder.Exchanges[^1];

    public static async Task<DocumentedServer> StartAsync(
        string moment = "2015-02-05T08:17:01Z", JourneyCredential? credential = null, params WebhookTarget[] webhooks)
    {
        var options = new EmulatorOptions
        {
            Seed = 1,
            DeploymentId = DeploymentId,
            Token = "O:mytokenhere",
            Password = "p4ssw0rd",
            TimeProvider = new FixedTime(moment),
            Webhooks = webhooks,
            AcceptForms = true,
        };
        return new DocumentedServer(await JourneyEmulator.StartAsync(Schema, options), credential);
    }

    /// <summary>The call that was made last is that of the example, and so is its answer.</summary>
    public void AssertLast(string endpoint, string path, string request, int status, string response)
    {
        Endpoint expected = Endpoints.Table.Single(candidate => candidate.Number == endpoint);
        Assert.True(Last.Is(expected), $"{Last.Method} {Last.Path} is not {expected}.");
        Assert.Equal(path, Uri.UnescapeDataString(Last.Path));
        Assert.Equal("Bearer O:mytokenhere", Last.Sent["Authorization"]);
        ElidedJson.Equal(request, Last.Request);
        Assert.Equal(request.Length > 0 ? "application/json" : "", Last.Sent.GetValueOrDefault("Content-Type", ""));
        Assert.Equal(status, (int)Last.Status);
        if (response.Length > 0) Assert.Equal("application/json; charset=utf-8", Last.Received["Content-Type"]);
        ElidedJson.Equal(response, Last.Response);
    }

    /// <summary>A call without the client, exactly as an example writes it.</summary>
    public async Task CallAsync(HttpMethod method, string path, string? body = null, string mediaType = "application/json")
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Emulator.Token);
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        }
        using HttpResponseMessage response = await _raw.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        App.Dispose();
        _raw.Dispose();
        _recorder.Dispose();
        await Emulator.DisposeAsync();
    }

    private static string ReadSchema()
    {
        Assembly models = typeof(DocumentedApp).Assembly;
        using var reader = new StreamReader(models.GetManifestResourceStream("documented.schema.xml")!);
        return reader.ReadToEnd();
    }
}
