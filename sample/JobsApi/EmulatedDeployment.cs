using System.Net;
using System.Net.Sockets;
using JourneyApps.Emulator;

namespace JobsApi;

/// <summary>An emulator that is used if no deployment is configured. It posts its webhooks to this program, as the platform would.</summary>
internal sealed class EmulatedDeployment : IAsyncDisposable
{
    private EmulatedDeployment(JourneyEmulator emulator, Uri apiAddress, string webhookSecret)
    {
        Emulator = emulator;
        ApiAddress = apiAddress;
        WebhookSecret = webhookSecret;
    }

    public JourneyEmulator Emulator { get; }

    /// <summary>The address at which this program listens; the emulator posts to it.</summary>
    public Uri ApiAddress { get; }

    public string WebhookSecret { get; }

    /// <summary>Starts an emulator, or returns <see langword="null"/> if the configuration names a deployment.</summary>
    public static async Task<EmulatedDeployment?> StartUnlessConfiguredAsync(string[] args)
    {
        if (ApiHost.Builder(args).Configuration["JourneyApps:BaseAddress"] is { Length: > 0 }) return null;

        Uri api = new($"http://127.0.0.1:{FreePort()}");
        string secret = Guid.NewGuid().ToString("N");
        EmulatorOptions options = new() { Webhooks = [new WebhookTarget("job_signed", new Uri(api, "/journey"), secret)] };
        return new(await JourneyEmulator.StartAsync(ReadSchema(), options), api, secret);
    }

    public ValueTask DisposeAsync() => Emulator.DisposeAsync();

    private static string ReadSchema()
    {
        using StreamReader reader = new(typeof(EmulatedDeployment).Assembly.GetManifestResourceStream("schema.xml")!);
        return reader.ReadToEnd();
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
