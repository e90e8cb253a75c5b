using System.Runtime.ExceptionServices;

namespace JourneyApps.Internal.Objects.Single;

/// <summary>Sends requests that do not depend on each other, several at the same time.</summary>
internal static class Lanes
{
    /// <summary>Runs something for each item. The first failure cancels the rest, which is awaited.</summary>
    /// <param name="items">The items; they are taken in order.</param>
    /// <param name="count">The most items at the same time.</param>
    /// <param name="run">What to run.</param>
    /// <param name="cancellationToken">Cancels everything.</param>
    internal static async Task RunAsync<T>(
        IReadOnlyList<T> items, int count, Func<T, CancellationToken, Task> run, CancellationToken cancellationToken)
    {
        if (items.Count <= 1)
        {
            foreach (T item in items) await run(item, cancellationToken).ConfigureAwait(false);
            return;
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        ExceptionDispatchInfo? first = null;
        int taken = -1;
        var lanes = new Task[Math.Min(count, items.Count)];
        for (int i = 0; i < lanes.Length; i++) lanes[i] = LaneAsync();
        await Task.WhenAll(lanes).ConfigureAwait(false);
        first?.Throw();

        async Task LaneAsync()
        {
            try
            {
                for (int i; first is null && (i = Interlocked.Increment(ref taken)) < items.Count;)
                    await run(items[i], stop.Token).ConfigureAwait(false);
            }
            catch (Exception fault)
            {
                Interlocked.CompareExchange(ref first, ExceptionDispatchInfo.Capture(fault), null);
                await stop.CancelAsync().ConfigureAwait(false);
            }
        }
    }
}
