using JourneyApps.Mirroring;
using JourneyApps.Oplog;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace JourneyApps.Extensions.DependencyInjection;

/// <summary>Runs a mirror as long as the program runs. After a transient failure it runs again; another ends the program, as for any
/// background service.</summary>
internal sealed partial class MirrorService(Func<JourneyMirror> create, TimeProvider time, ILogger<MirrorService> logger)
    : BackgroundService
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        TimeSpan wait = FirstWait;
        while (true)
        {
            long started = time.GetTimestamp();
            try
            {
                await create().RunAsync(stoppingToken).ConfigureAwait(false);
                return;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault) when (CanPass(fault))
            {
                if (time.GetElapsedTime(started) > LongestWait) wait = FirstWait;
                Failed(logger, fault.GetType().Name, (int)wait.TotalSeconds, fault);
            }
            try
            {
                await Task.Delay(wait, time, stoppingToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            wait = wait * 2 < LongestWait ? wait * 2 : LongestWait;
        }
    }

    // A data model that no longer fits, an oplog gap that stops the mirror and a foreign checkpoint need an action by an administrator.
    private static bool CanPass(Exception fault)
        => fault is not (DataModelChangedException or OplogGapException or FormatException or ArgumentException);

    [LoggerMessage(EventId = 30, Level = LogLevel.Error, Message = "JourneyApps mirror stopped with {Fault}; it restarts in {Seconds} s")]
    private static partial void Failed(ILogger logger, string fault, int seconds, Exception exception);
}
