using JourneyApps.Internal.Features.Mirroring;
using JourneyApps.Oplog;

namespace JourneyApps.Mirroring;

/// <summary>Maintains copies of models, for example in a database. It loads all objects once and then follows the oplog. The copy remains
/// complete and free of duplicates while other clients write, after crashes, after the oplog was trimmed, and after the deployment was
/// restored.</summary>
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
    private readonly ICheckpointStore? _checkpoints;
    private int _isRunning;

    internal JourneyMirror(ClientContext context, MirrorBuilder builder, MirrorOptions options)
    {
        options.Check();
        if (builder.Models.Count == 0) throw new ArgumentException("A mirror needs at least one model.", nameof(builder));
        MirrorModel[] models = [.. builder.Models];
        _checkpoints = options.Checkpoints;
        _begin = () => new MirrorRun(context, models, options);
    }

    /// <summary>Creates a mirror without a client, for mocking.</summary>
    protected JourneyMirror()
        => _begin = static () => throw new InvalidOperationException(
            "This mirror was created without a client, for mocking. Mock the member that was called.");

    /// <summary>Loads the objects that are not loaded yet, catches up, and follows the oplog until it is canceled or fails. You can then
    /// run it again.</summary>
    /// <param name="cancellationToken">Cancels the mirror.</param>
    /// <exception cref="OperationCanceledException">The mirror was canceled.</exception>
    /// <exception cref="OplogGapException">The oplog has a gap, and <see cref="MirrorOptions.StopOnGap"/> is set.</exception>
    /// <exception cref="DataModelChangedException">The deployed data model no longer fits the mirrored models.</exception>
    /// <exception cref="JourneyApiException">A model could not be loaded completely.</exception>
    /// <exception cref="JourneyApiException">A call failed.</exception>
    /// <exception cref="FormatException">The stored text is not the checkpoint of a mirror.</exception>
    /// <exception cref="IOException">Another mirror is using the same <see cref="FileCheckpointStore"/>.</exception>
    /// <exception cref="InvalidOperationException">The mirror is already running.</exception>
    public virtual Task RunAsync(CancellationToken cancellationToken = default) => RunAsync(untilUpToDate: false, cancellationToken);

    /// <summary>Does the same, but returns when the oplog has no new entries. Use it for scheduled jobs.</summary>
    /// <param name="cancellationToken">Cancels the mirror.</param>
    /// <inheritdoc cref="RunAsync(CancellationToken)" path="/exception"/>
    public virtual Task CatchUpAsync(CancellationToken cancellationToken = default) => RunAsync(untilUpToDate: true, cancellationToken);

    private async Task RunAsync(bool untilUpToDate, CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _isRunning, 1) != 0) throw new InvalidOperationException("The mirror is already running.");
        try
        {
            await _begin().RunAsync(untilUpToDate, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            (_checkpoints as FileCheckpointStore)?.Dispose();
            Volatile.Write(ref _isRunning, 0);
        }
    }
}
