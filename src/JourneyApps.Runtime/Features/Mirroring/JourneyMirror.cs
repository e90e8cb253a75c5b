using JourneyApps.CompilerServices;
using JourneyApps.Internal.Features.Mirroring;
using JourneyApps.Oplog;

namespace JourneyApps.Mirroring;

/// <summary>
/// Keeps copies of models elsewhere, such as in a database: loads everything once, then follows the change log. Nothing is lost or doubled by writers that work
/// meanwhile, by crashes at any point, by a log that was trimmed or a deployment that was restored.
/// </summary>
/// <example>
/// <code>
/// JourneyMirror mirror = app.Mirror(
///     m => m.Jobs(jobTable).Sites(siteTable),
///     new MirrorOptions { Checkpoints = new FileCheckpointStore("mirror.checkpoint") });
/// await mirror.RunAsync(stoppingToken);
/// </code>
/// </example>
public class JourneyMirror
{
    private readonly Func<MirrorRun> _begin;
    private int _isRunning;

    internal JourneyMirror(ClientContext context, MirrorBuilder builder, MirrorOptions options)
    {
        options.Check();
        if (builder.Models.Count == 0) throw new ArgumentException("A mirror needs at least one model.", nameof(builder));
        MirrorModel[] models = [.. builder.Models];
        _begin = () => new MirrorRun(context, models, options);
    }

    /// <summary>A mirror without a client, to be mocked.</summary>
    protected JourneyMirror()
        => _begin = static () => throw new InvalidOperationException("This mirror was created without a client, for mocking. Mock the member that was called.");

    /// <summary>Loads what is not loaded yet, catches up, and follows the log until it is cancelled or something fails. Can be run again after that.</summary>
    /// <param name="cancellationToken">Ends the mirror.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="OplogGapException">The log lost entries, and <see cref="MirrorOptions.OnGap"/> says to stop.</exception>
    /// <exception cref="DataModelChangedException">The deployed data model no longer fits the mirrored models.</exception>
    /// <exception cref="JourneyApiException">A model could not be loaded so that nothing is missing.</exception>
    /// <exception cref="JourneyApiException">A call failed for good.</exception>
    /// <exception cref="FormatException">What the checkpoint store gave is no checkpoint of a mirror.</exception>
    /// <exception cref="InvalidOperationException">It runs already.</exception>
    public virtual Task RunAsync(CancellationToken cancellationToken = default) => RunAsync(untilUpToDate: false, cancellationToken);

    /// <summary>The same until the log has no more news: for jobs that run now and then.</summary>
    /// <param name="cancellationToken">Ends the mirror.</param>
    /// <inheritdoc cref="RunAsync(CancellationToken)" path="/exception"/>
    public virtual Task CatchUpAsync(CancellationToken cancellationToken = default) => RunAsync(untilUpToDate: true, cancellationToken);

    private async Task RunAsync(bool untilUpToDate, CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _isRunning, 1) != 0) throw new InvalidOperationException("The mirror runs already.");
        try
        {
            await _begin().RunAsync(untilUpToDate, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Volatile.Write(ref _isRunning, 0);
        }
    }
}
