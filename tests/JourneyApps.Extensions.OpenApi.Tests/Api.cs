using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace JourneyApps.Extensions.OpenApi.Tests;

/// <summary>A service on a port of this machine.</summary>
internal sealed class Api : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };
    private readonly WebApplication _app;

    private Api(WebApplication app)
    {
        _app = app;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public HttpClient Client { get; }

    public static async Task<Api> StartAsync(Action<WebApplication> map, Action<IServiceCollection>? add = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddOpenApi(options => options.AddJourneyApps());
        builder.Services.AddOpenApi("3_0", options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_0;
            options.AddJourneyApps();
        });
        add?.Invoke(builder.Services);
        WebApplication app = builder.Build();
        app.MapOpenApi();
        map(app);
        await app.StartAsync();
        return new Api(app);
    }

    /// <summary>The document, without the address, which differs in each run.</summary>
    public async Task<string> DocumentAsync(string name = "v1") => WithoutServers(await Client.GetStringAsync($"openapi/{name}.json"));

    public static string WithoutServers(string document)
    {
        var parsed = System.Text.Json.Nodes.JsonNode.Parse(document)!.AsObject();
        parsed.Remove("servers");
        return parsed.ToJsonString(Indented);
    }

    /// <summary>Reads a document as tools do.</summary>
    /// <returns>What is wrong with it.</returns>
    public static string Errors(string document)
    {
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(document));
        ReadResult read = OpenApiDocument.Load(stream, "json");
        Assert.NotNull(read.Document);
        return string.Join("\n", read.Diagnostic!.Errors.Select(error => $"{error.Pointer}: {error.Message}"));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
