using JourneyApps.Http;
using JourneyApps.Plumbing;

namespace JourneyApps;

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
public sealed class JourneyMirror
{
    private readonly ApiTransport _transport;
    private readonly SchemaInfo _schema;
    private readonly IReadOnlyList<MirrorModel> _models;
    private readonly MirrorOptions _options;
    private int _isRunning;

    internal JourneyMirror(ApiTransport transport, SchemaInfo schema, MirrorBuilder builder, MirrorOptions options)
    {
        options.Check();
        if (builder.Models.Count == 0) throw new ArgumentException("A mirror needs at least one model.", nameof(builder));
        _transport = transport;
        _schema = schema;
        _models = [.. builder.Models];
        _options = options;
    }

    /// <summary>Loads what is not loaded yet, catches up, and follows the log until it is cancelled or something fails. Can be run again after that.</summary>
    /// <param name="cancellationToken">Ends the mirror.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="ChangeLogGapException">The log lost entries, and <see cref="MirrorOptions.OnGap"/> says to stop.</exception>
    /// <exception cref="DataModelChangedException">The deployed data model no longer fits the mirrored models.</exception>
    /// <exception cref="MirrorLoadException">A model could not be loaded so that nothing is missing.</exception>
    /// <exception cref="JourneyApiException">A call failed for good.</exception>
    /// <exception cref="FormatException">What the checkpoint store gave is no checkpoint of a mirror.</exception>
    /// <exception cref="InvalidOperationException">It runs already.</exception>
    public Task RunAsync(CancellationToken cancellationToken = default) => RunAsync(untilUpToDate: false, cancellationToken);

    /// <summary>The same until the log has no more news: for jobs that run now and then.</summary>
    /// <param name="cancellationToken">Ends the mirror.</param>
    /// <inheritdoc cref="RunAsync(CancellationToken)" path="/exception"/>
    public Task CatchUpAsync(CancellationToken cancellationToken = default) => RunAsync(untilUpToDate: true, cancellationToken);

    private async Task RunAsync(bool untilUpToDate, CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _isRunning, 1) != 0) throw new InvalidOperationException("The mirror runs already.");
        try
        {
            await new MirrorRun(_transport, _schema, _models, _options).RunAsync(untilUpToDate, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Volatile.Write(ref _isRunning, 0);
        }
    }
}
