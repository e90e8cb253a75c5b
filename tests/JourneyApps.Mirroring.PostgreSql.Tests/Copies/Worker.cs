using System.Diagnostics;
using System.Globalization;
using System.Text;
using JourneyApps.Mirroring.Tests;

namespace JourneyApps.Mirroring.PostgreSql.Tests.Copies;

/// <summary>A worker of a copy in a process of its own, which tells each event.</summary>
internal sealed class Worker : IDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "JourneyApps.DatabaseMirrorVictim" + (OperatingSystem.IsWindows() ? ".exe" : ""));

    private readonly Process _process;
    private readonly StringBuilder _told = new();
    private int _stored;

    public Worker(EmulatedCopy copy, string end, string history, int leaseSeconds = 1)
    {
        ProcessStartInfo start = new(Program, [copy.Emulator.BaseAddress.ToString(), copy.Emulator.Token, copy.File, end, history])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // The runtime that these tests run on, wherever it is.
        start.Environment["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));
        start.Environment["LEASE_SECONDS"] = leaseSeconds.ToString(CultureInfo.InvariantCulture);
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Note(line.Data);
        _process.ErrorDataReceived += (_, line) => Note(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public bool HasEnded => _process.HasExited;

    /// <summary>How many steps it has stored.</summary>
    public int Stored => Volatile.Read(ref _stored);

    /// <summary>Everything that it wrote.</summary>
    public string Told
    {
        get
        {
            lock (_told) return _told.ToString();
        }
    }

    /// <summary>Waits until it has told an event.</summary>
    public async Task WaitAsync(string what)
    {
        for (long start = Stopwatch.GetTimestamp(); !Told.Contains(what, StringComparison.Ordinal); await Task.Delay(10))
            Assert.True(!HasEnded && Stopwatch.GetElapsedTime(start) < TimeSpan.FromMinutes(2), $"It did not tell {what}: {Told}");
    }

    /// <summary>Waits until it ends by itself.</summary>
    public async Task EndAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(3));
        Assert.True(_process.ExitCode == 0, $"The worker ended with {_process.ExitCode}: {Told}");
    }

    /// <summary>Sends a signal such as STOP and CONT.</summary>
    public void Signal(string name)
    {
        using var kill = Process.Start("kill", ["-" + name, _process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>Kills it as <c>kill -9</c> does.</summary>
    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private void Note(string? line)
    {
        if (line?.StartsWith("Stored", StringComparison.Ordinal) == true) Interlocked.Increment(ref _stored);
        lock (_told) _told.AppendLine(line);
    }
}
