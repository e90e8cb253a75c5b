using System.Collections.Immutable;
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
    private readonly Func<bool, MirrorRunner> _begin;
    private MirrorRunner? _runner;
    private int _isRunning;

    internal JourneyMirror(ClientContext context, MirrorTarget target, MirrorOptions options)
    {
        options.Check();
        _begin = untilUpToDate => new MirrorRunner(context, target, options, untilUpToDate);
    }

    /// <summary>Creates a mirror without a client, for mocking.</summary>
    protected JourneyMirror()
        => _begin = static _ => throw new InvalidOperationException(
            "This mirror was created without a client, for mocking. Mock the member that was called.");

    /// <summary>The phase of the copy of each mirrored model, by the model's name, in the last run; empty before the checkpoint was read.
    /// Can be read while the mirror runs.</summary>
    public virtual IReadOnlyDictionary<string, MirrorPhase> Phases
        => Volatile.Read(ref _runner)?.Copy?.Phases ?? ImmutableDictionary<string, MirrorPhase>.Empty;

    /// <summary>The time up to which the copy contains all changes, by the clock of the client or, while there are more entries in the
    /// oplog, of the server; null until this is known in the last run. The difference from the current time is the lag of the copy. Can be
    /// read while the mirror runs.</summary>
    public virtual DateTimeOffset? UpToDateAt => Volatile.Read(ref _runner)?.UpToDateAt;

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
    /// <exception cref="ArgumentException">The deployed data model does not have a model that was named for a sink.</exception>
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
            using MirrorRunner runner = _begin(untilUpToDate);
            Volatile.Write(ref _runner, runner);
            await runner.RunAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Volatile.Write(ref _isRunning, 0);
        }
    }
}
