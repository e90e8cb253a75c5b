using System.Diagnostics;
using JourneyApps.Mirroring;

namespace JourneyApps.Runtime.Tests.Mirror;

/// <summary>A mirror in a process of its own, which tells each step before it makes it.</summary>
internal sealed class Victim : IDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "JourneyApps.MirrorVictim" + (OperatingSystem.IsWindows() ? ".exe" : ""));
    private readonly Process _process;
    private readonly Task<string> _errors;

    public Victim(Uri address, string token, string folder, string kind, bool once)
    {
        ProcessStartInfo start = new(Program, [address.ToString(), token, folder, kind, once ? "once" : "forever"])
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

    /// <summary>Told the model and id of each change that is about to be stored.</summary>
    public Action<IEnumerable<string>> Read { get; init; } = _ => { };

    /// <summary>What the mirror said that happens now and then.</summary>
    public HashSet<string> Events { get; } = [];

    /// <summary>What it is doing, as far as it told.</summary>
    public DeathPoint Point { get; private set; }

    /// <summary>Listens until it has told so many steps of a phase (or of a later one), kills it a moment later, and listens to its last words.</summary>
    /// <returns>What it was doing when it died.</returns>
    public Task<DeathPoint> KillAsync(MirrorPhase aim, bool whileSaving, int steps, TimeSpan later) => ListenAsync(() =>
    {
        if (!(Point.Phase >= aim) || Point.IsSaving != whileSaving || --steps != 0) return;
        long told = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(told) < later) Thread.SpinWait(100);
        _process.Kill();
    });

    /// <summary>Kills it after a time.</summary>
    public async Task KillAfterAsync(TimeSpan time)
    {
        Task<DeathPoint> listening = ListenAsync(() => { });
        await Task.Delay(time);
        _process.Kill();
        await listening;
    }

    /// <summary>Listens until it ends by itself.</summary>
    public async Task EndAsync()
    {
        await ListenAsync(() => { });
        Assert.True(_process.ExitCode == 0, $"The mirror ended with {_process.ExitCode}: {await _errors}");
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private async Task<DeathPoint> ListenAsync(Action heard)
    {
        // A thread of its own: what is heard late is killed late.
        await Task.Factory.StartNew(() => Listen(heard), TaskCreationOptions.LongRunning).WaitAsync(TimeSpan.FromMinutes(2));
        await _process.WaitForExitAsync();
        Assert.True((await _errors).Length == 0, await _errors);
        return Point;
    }

    private void Listen(Action heard)
    {
        while (_process.StandardOutput.ReadLine() is { } line)
        {
            string[] words = line.Split(' ');
            if (words[0] == "Event") Events.Add(words[1]);
            else if (words[0] is "Saving" or "Saved") Point = Point with { IsSaving = words[0] == "Saving" };
            else Note(Enum.Parse<MirrorPhase>(words[0]), words[1..]);
            if (words[0] is not ("Event" or "Saved")) heard();
        }
    }

    private void Note(MirrorPhase phase, string[] ids)
    {
        Point = new DeathPoint(phase, IsSaving: false);
        Read(ids);
    }
}
