using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;

namespace JourneyApps.Package.Tests;

/// <summary>The packed command, installed as a user would and serving the schema in a consumer's folder.</summary>
internal sealed class EmulatorProcess : IDisposable
{
    private readonly Process _process;

    private EmulatorProcess(Process process) => _process = process;

    public string BaseAddress { get; private set; } = "";

    public string Token { get; private set; } = "";

    /// <summary>What a user sets in the shell in which the program runs.</summary>
    public (string Name, string Value)[] Variables => [("JOURNEYAPPS_BASE_URL", BaseAddress), ("JOURNEYAPPS_TOKEN", Token)];

    public static async Task<EmulatorProcess> StartAsync(ConsumerFolder folder, string consumer)
    {
        EmulatorProcess emulator = new(Process.Start(new ProcessStartInfo(await folder.ToolAsync(), ["emulate", "schema.xml"])
        {
            WorkingDirectory = folder.PathOf(consumer),
            RedirectStandardOutput = true,
        })!);
        emulator.BaseAddress = await emulator.ReadAsync("Base URL:");
        emulator.Token = await emulator.ReadAsync("Token:");
        return emulator;
    }

    /// <summary>Creates an object as another program would.</summary>
    public async Task CreateAsync(string model, string fields)
    {
        using HttpClient client = new() { BaseAddress = new Uri(BaseAddress) };
        using HttpRequestMessage request = new(HttpMethod.Post, $"objects/{model}.json")
        {
            Content = new StringContent($$"""{"{{model}}":{{fields}}}""", Encoding.UTF8, "application/json"),
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", Token) },
        };
        using HttpResponseMessage response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, $"{response}");
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }

    private async Task<string> ReadAsync(string name)
    {
        string? line = await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith(name, line, StringComparison.Ordinal);
        return line![name.Length..].Trim();
    }
}
