using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace JourneyApps.Emulator.Tests.Chromium;

/// <summary>
/// A headless Chromium of these tests alone, with an empty profile, driven over its DevTools protocol. Where none is installed, the tests are
/// skipped.
/// </summary>
public sealed class ChromiumBrowser : IAsyncLifetime
{
    /// <summary>A name of a stranger's that resolves to this machine, as in a rebinding attack.</summary>
    public const string ForeignName = "evil.example";

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(30);

    private readonly string _profile = Directory.CreateTempSubdirectory("journeyapps-chromium-").FullName;
    private Process? _process;
    private DevTools? _devTools;

    public async ValueTask InitializeAsync()
    {
        if (Find() is not { } executable) return;
        _process = Process.Start(new ProcessStartInfo(executable, Arguments()) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        _devTools = await DevTools.ConnectAsync(await AddressAsync());
        await _devTools.SendAsync("Browser.setDownloadBehavior", new JsonObject { ["behavior"] = "deny" });
    }

    /// <summary>A new page that shares no cookie with any other; skips the test where there is no Chromium.</summary>
    internal async Task<ChromiumPage> NewPageAsync()
    {
        const string Missing = "No Chromium is installed (chromium, chromium-browser or google-chrome in PATH).";
        // .ci/run installs it on Linux.
        if (_devTools is null && OperatingSystem.IsLinux() && Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail(Missing);
        if (_devTools is null) Assert.Skip(Missing);
        JsonNode context = await _devTools.SendAsync("Target.createBrowserContext");
        JsonNode target = await _devTools.SendAsync("Target.createTarget", new JsonObject { ["url"] = "about:blank", ["browserContextId"] = context["browserContextId"]!.GetValue<string>() });
        JsonNode session = await _devTools.SendAsync("Target.attachToTarget", new JsonObject { ["targetId"] = target["targetId"]!.GetValue<string>(), ["flatten"] = true });
        return await ChromiumPage.OpenAsync(_devTools, session["sessionId"]!.GetValue<string>(), context["browserContextId"]!.GetValue<string>());
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null) await EndAsync(_process);
        _devTools?.Dispose();
        _process?.Dispose();
        try
        {
            Directory.Delete(_profile, recursive: true);
        }
        catch (IOException)
        {
            // A helper process of the browser may still be writing; the directory is a temporary one.
        }
    }

    private static string? Find() =>
        (from directory in (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
         from name in (string[])["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
         select Path.Combine(directory, name)).FirstOrDefault(File.Exists);

    // Nothing leaves this machine: every name but these resolves to nothing.
    private string[] Arguments() =>
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--no-proxy-server",
        $"--host-resolver-rules=MAP {ForeignName} 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
        "--remote-debugging-port=0", $"--user-data-dir={_profile}", "about:blank",
    ];

    // The browser writes its port and path into the profile once it listens.
    private async Task<Uri> AddressAsync()
    {
        string file = Path.Combine(_profile, "DevToolsActivePort");
        for (long start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < StartLimit; await Task.Delay(25))
        {
            string[] lines = File.Exists(file) ? await File.ReadAllLinesAsync(file) : [];
            if (lines is [var port, { Length: > 0 } path, ..]) return new Uri(string.Create(CultureInfo.InvariantCulture, $"ws://127.0.0.1:{port}{path}"));
            Assert.False(_process!.HasExited, "Chromium ended before it listened.");
        }

        throw new TimeoutException("Chromium did not listen in time.");
    }

    private async Task EndAsync(Process process)
    {
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(5));
        try
        {
            if (_devTools is not null) await _devTools.SendAsync("Browser.close");
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
        }
    }
}
