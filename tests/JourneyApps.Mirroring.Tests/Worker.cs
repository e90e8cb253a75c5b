using System.Diagnostics;

namespace JourneyApps.Mirroring.Tests;

/// <summary>A worker of a copy in a process of its own, which tells each event.</summary>
internal sealed class Worker : IDisposable
{
    private static readonly string Program
        = Path.Combine(AppContext.BaseDirectory, "JourneyApps.DatabaseMirrorVictim" + (OperatingSystem.IsWindows() ? ".exe" : ""));

    private readonly Process _process;
    private readonly Task<string> _errors;

    public Worker(EmulatedCopy copy, string end, params string[] history)
    {
        ProcessStartInfo start = new(
            Program, [copy.Emulator.BaseAddress.ToString(), copy.Emulator.Token, copy.File, end, .. history.Length > 0 ? [string.Join(',', history)] : (string[])[]])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // The runtime that these tests run on, wherever it is.
        start.Environment["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));
        _process = Process.Start(start)!;
        _errors = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>Kills it some time after it has told so many events.</summary>
    public async Task KillAsync(int events, TimeSpan later)
    {
        for (int i = 0; i < events && await ReadAsync() is not null; i++)
        {
        }

        await Task.Delay(later);
        Kill();
        await _process.WaitForExitAsync();
        Assert.True((await _errors).Length == 0, await _errors);
    }

    public void Kill() => _process.Kill();

    /// <summary>Waits until it tells an event.</summary>
    public async Task WaitAsync(string what)
    {
        while (true)
        {
            string? line = await ReadAsync();
            Assert.True(line is not null, $"The worker ended: {(line is null ? await _errors : "")}");
            if (line!.StartsWith(what, StringComparison.Ordinal)) return;
        }
    }

    /// <summary>Waits until it ends by itself.</summary>
    public async Task EndAsync()
    {
        while (await ReadAsync() is not null)
        {
        }

        await _process.WaitForExitAsync();
        Assert.True(_process.ExitCode == 0, $"The worker ended with {_process.ExitCode}: {await _errors}");
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private async Task<string?> ReadAsync() => await _process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(2));
}
