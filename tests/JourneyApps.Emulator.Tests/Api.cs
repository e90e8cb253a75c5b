using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace JourneyApps.Emulator.Tests;

/// <summary>An emulator with a client that is signed in to it.</summary>
internal sealed class Api : IAsyncDisposable
{
    private Api(JourneyEmulator emulator, HttpClient client)
    {
        Emulator = emulator;
        Client = client;
    }

    public JourneyEmulator Emulator { get; }

    public HttpClient Client { get; }

    public static async Task<Api> StartAsync(string? schema = null, EmulatorOptions? options = null)
    {
        JourneyEmulator emulator = await JourneyEmulator.StartAsync(schema ?? Schemas.Recorded, options);
        HttpMessageHandler handler = options is { Listen: false }
            ? emulator.CreateHttpMessageHandler()
            : new SocketsHttpHandler { AllowAutoRedirect = false };
        HttpClient client = new(handler) { BaseAddress = emulator.BaseAddress };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", emulator.Token);
        return new Api(emulator, client);
    }

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<Answer> PostAsync(string path, string json) => SendAsync(HttpMethod.Post, path, json);

    public Task<Answer> PutAsync(string path, string json) => SendAsync(HttpMethod.Put, path, json);

    public Task<Answer> PatchAsync(string path, string json) => SendAsync(HttpMethod.Patch, path, json);

    public Task<Answer> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path);

    public async Task<Answer> SendAsync(HttpMethod method, string path, string? body = null, string contentType = "application/json")
    {
        using HttpRequestMessage request = new(method, path);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, contentType);
        return await SendAsync(request);
    }

    public async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        using HttpResponseMessage response = await Client.SendAsync(request);
        return new Answer((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers, response.Content.Headers);
    }

    public async ValueTask DisposeAsync()
    {
        IReadOnlyList<Exception> errors = Emulator.InternalErrors;
        Client.Dispose();
        await Emulator.DisposeAsync();
        Assert.Empty(errors);
    }
}
