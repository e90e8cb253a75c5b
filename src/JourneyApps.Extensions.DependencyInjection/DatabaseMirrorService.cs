using JourneyApps.Mirroring;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace JourneyApps.Extensions.DependencyInjection;

/// <summary>Runs a copy in a database as long as the program runs. The mirror itself waits while the database or the deployment cannot be
/// reached. After another failure, such as missing rights, it is started again; a wrong setting ends the program, as for any background
/// service.</summary>
internal sealed partial class DatabaseMirrorService(
    string client, Func<IProgress<DatabaseMirrorProgress>, DatabaseMirror> create, TimeProvider time, ILogger<DatabaseMirrorService> logger)
    : BackgroundService
{
    private readonly object _creation = new();
    private DatabaseMirror? _mirror;
    private Exception? _lastFailure;

    /// <summary>The name of the options of its client.</summary>
    public string Client => client;

    /// <summary>The mirror.</summary>
    public DatabaseMirror Mirror
    {
        get
        {
            lock (_creation) return _mirror ??= create(new Progress(this));
        }
    }

    /// <summary>Why the last run ended; null if none failed, or if this worker or another one wrote the copy since.</summary>
    public Exception? LastFailure => _lastFailure;

    /// <summary>What the mirror waits for; null if it does not wait.</summary>
    public string? WaitsFor { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Some drivers of databases work synchronously, and on .NET 8 the host would wait for the first step.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        RestartLoop loop = new(
            time,
            fault =>
            {
                _lastFailure = fault;
                return fault is not (ArgumentException or FormatException or InvalidOperationException);
            },
            (fault, seconds) => Failed(logger, fault.GetType().Name, seconds, fault));
        await loop.RunAsync(stopping => Mirror.RunAsync(stopping), stoppingToken).ConfigureAwait(false);
    }

    private void Log(DatabaseMirrorProgress progress)
    {
        switch (progress.Event)
        {
            case DatabaseMirrorEvent.TookOver:
                WaitsFor = null;
                News(logger, progress.Message);
                break;
            case DatabaseMirrorEvent.Waiting:
                // Another worker keeps the copy up to date.
                (WaitsFor, _lastFailure) = (null, null);
                News(logger, progress.Message);
                break;
            case DatabaseMirrorEvent.Retrying or DatabaseMirrorEvent.WaitingForTables:
                WaitsFor = progress.Message;
                Waits(logger, progress.Message);
                break;
            case DatabaseMirrorEvent.TablesChanged:
                string statements = string.Join("; ", progress.Statements);
                TablesChanged(logger, progress.Statements.Count, statements);
                break;
            case DatabaseMirrorEvent.Stored or DatabaseMirrorEvent.UpToDate:
                (WaitsFor, _lastFailure) = (null, null);
                break;
        }
    }

    [LoggerMessage(
        EventId = 31, Level = LogLevel.Error, Message = "The copy in a database stopped with {Fault}; it restarts in {Seconds} s")]
    private static partial void Failed(ILogger logger, string fault, int seconds, Exception exception);

    [LoggerMessage(EventId = 32, Level = LogLevel.Information, Message = "{Message}")]
    private static partial void News(ILogger logger, string? message);

    [LoggerMessage(EventId = 33, Level = LogLevel.Warning, Message = "{Message}")]
    private static partial void Waits(ILogger logger, string? message);

    [LoggerMessage(EventId = 34, Level = LogLevel.Information, Message = "{Count} statements changed tables of the copy: {Statements}")]
    private static partial void TablesChanged(ILogger logger, int count, string statements);

    private sealed class Progress(DatabaseMirrorService service) : IProgress<DatabaseMirrorProgress>
    {
        public void Report(DatabaseMirrorProgress value) => service.Log(value);
    }
}
