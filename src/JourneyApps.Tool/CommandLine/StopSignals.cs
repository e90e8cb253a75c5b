using System.Runtime.InteropServices;

namespace JourneyApps.Tool.CommandLine;

/// <summary>Cancels the command on Ctrl+C, SIGTERM and when its terminal closes. A command that does not end in time, and one that is
/// stopped a second time, is ended with the process.</summary>
internal sealed class StopSignals : IDisposable
{
    // Time to close files and connections. Orchestrators wait 10 s or more between SIGTERM and SIGKILL.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private readonly Terminal _terminal;
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _registrations;
    private int _exitCode;

    public StopSignals(Terminal terminal)
    {
        _terminal = terminal;
        _registrations =
        [
            Register(PosixSignal.SIGINT, ExitCode.Canceled),
            Register(PosixSignal.SIGTERM, ExitCode.Terminated),
            Register(PosixSignal.SIGHUP, ExitCode.HungUp),
        ];
    }

    /// <summary>Canceled by the first signal.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>The exit code of the process: of a command that was stopped, that of the signal.</summary>
    public int ExitCodeOf(int exitCode) => exitCode == ExitCode.Canceled && _exitCode != 0 ? _exitCode : exitCode;

    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in _registrations) registration.Dispose();
        _source.Dispose();
    }

    private PosixSignalRegistration Register(PosixSignal signal, int exitCode)
        => PosixSignalRegistration.Create(signal, context =>
        {
            context.Cancel = true;
            if (Interlocked.CompareExchange(ref _exitCode, exitCode, 0) != 0) End();
            _ = EndAfterGraceAsync();
            _source.Cancel();
        });

    private async Task EndAfterGraceAsync()
    {
        await Task.Delay(Grace);
        End();
    }

    private void End()
    {
        _terminal.ShowCursor();
        _terminal.WriteMessage("stopped.");
        Environment.Exit(_exitCode);
    }
}
