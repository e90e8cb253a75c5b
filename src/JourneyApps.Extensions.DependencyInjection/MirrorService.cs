using System.Collections.Immutable;
using JourneyApps.Mirroring;
using JourneyApps.Oplog;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace JourneyApps.Extensions.DependencyInjection;

/// <summary>Runs a mirror as long as the program runs. After a transient failure it runs again; another ends the program, as for any
/// background service.</summary>
internal sealed partial class MirrorService(
    string client, Func<JourneyMirror> create, TimeProvider time, ILogger<MirrorService> logger) : BackgroundService
{
    private JourneyMirror? _mirror;
    private DateTimeOffset? _upToDateAt;
    private Exception? _lastFailure;

    /// <summary>The name of the options of its client.</summary>
    public string Client => client;

    /// <summary>The phases of the models; empty before the first run has read its checkpoint.</summary>
    public IReadOnlyDictionary<string, MirrorPhase> Phases => _mirror?.Phases ?? ImmutableDictionary<string, MirrorPhase>.Empty;

    /// <summary>How old the copy is; null until it is known.</summary>
    public TimeSpan? Lag => (_mirror?.UpToDateAt ?? _upToDateAt) is not { } at ? null
        : time.GetUtcNow() - at is var lag && lag > TimeSpan.Zero ? lag : TimeSpan.Zero;

    /// <summary>Why the last run ended; null if none failed.</summary>
    public Exception? LastFailure => _lastFailure;

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        RestartLoop loop = new(
            time,
            fault =>
            {
                _lastFailure = fault;
                return CanPass(fault);
            },
            (fault, seconds) => Failed(logger, fault.GetType().Name, seconds, fault));
        return loop.RunAsync(
            stopping =>
            {
                _upToDateAt = _mirror?.UpToDateAt ?? _upToDateAt;
                _mirror = create();
                return _mirror.RunAsync(stopping);
            },
            stoppingToken);
    }

    // A data model that no longer fits, an oplog gap that stops the mirror and a foreign checkpoint need an action by an administrator.
    private static bool CanPass(Exception fault)
        => fault is not (DataModelChangedException or OplogGapException or FormatException or ArgumentException);

    [LoggerMessage(EventId = 30, Level = LogLevel.Error, Message = "JourneyApps mirror stopped with {Fault}; it restarts in {Seconds} s")]
    private static partial void Failed(ILogger logger, string fault, int seconds, Exception exception);
}
