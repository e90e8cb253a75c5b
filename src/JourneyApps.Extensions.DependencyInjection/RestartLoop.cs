namespace JourneyApps.Extensions.DependencyInjection;

/// <summary>Runs something until it ends or the program does. After a failure that can pass, it runs again: first after 5 s, then after
/// twice the last wait, at most 5 min. A run that lasted longer than that begins with 5 s again. Another failure is thrown.</summary>
/// <param name="time">The clock.</param>
/// <param name="canPass">Whether a failure can pass without a person. It is asked about each failure.</param>
/// <param name="failed">Receives a failure that can pass, and the seconds until the next run.</param>
internal sealed class RestartLoop(TimeProvider time, Func<Exception, bool> canPass, Action<Exception, int> failed)
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    public async Task RunAsync(Func<CancellationToken, Task> run, CancellationToken stoppingToken)
    {
        TimeSpan wait = FirstWait;
        while (true)
        {
            long started = time.GetTimestamp();
            try
            {
                await run(stoppingToken).ConfigureAwait(false);
                return;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault) when (canPass(fault))
            {
                if (time.GetElapsedTime(started) > LongestWait) wait = FirstWait;
                failed(fault, (int)wait.TotalSeconds);
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
}
