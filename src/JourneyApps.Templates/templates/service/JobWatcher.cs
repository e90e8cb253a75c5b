using JourneyApps.Oplog;

namespace JourneyService;

/// <summary>Reports each job that is done. The checkpoint is stored after a page was handled, so no change is missed between two runs;
/// after a crash, the last page is handled again.</summary>
public sealed class JobWatcher(JourneyApp app, ICheckpointStore checkpoints, ILogger<JobWatcher> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                await app.Oplog.FollowAsync(checkpoints, HandleAsync, cancellationToken: stoppingToken);
            }
            catch (JourneyApiException failure) when (failure.IsTransient)
            {
                // Requests were repeated already. Other failures, such as a rejected token, stop the host.
                logger.LogWarning(failure, "The deployment cannot be reached; trying again in a minute");
                await Task.Delay(TimeSpan.FromMinutes(1), stoppingToken);
            }
        }
    }

    private Task HandleAsync(OplogPage page, CancellationToken cancellationToken)
    {
        foreach (OplogEntry entry in page.Entries)
        {
            if (entry.Object is Job { State.Value: JobState.Done } job) logger.LogInformation("{Title} is done", job.Title);
        }

        return Task.CompletedTask;
    }
}
