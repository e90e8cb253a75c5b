using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using JourneyApps.Deployments;
using JourneyApps.Internal.Features.Mirroring.Rules;
using JourneyApps.Internal.Features.Oplog;
using JourneyApps.Mirroring;
using JourneyApps.Oplog;
using JourneyApps.Schema;

namespace JourneyApps.Internal.Features.Mirroring;

/// <summary>Performs the requests of a mirror.</summary>
internal sealed class MirrorRequests(ClientContext context, MirrorTarget target, MirrorOptions options)
{
    private static readonly IReadOnlySet<string> NoModels = ImmutableHashSet<string>.Empty;

    private readonly OplogReader _oplog = new(context, target.Schema(context));
    private readonly Dictionary<string, RowReader> _readers = new(StringComparer.Ordinal);
    private long? _logRequestedAt;

    /// <summary>When the last page of the oplog was requested.</summary>
    public DateTimeOffset LogRequestedAt { get; private set; }

    /// <summary>Performs a request.</summary>
    /// <param name="action">The request.</param>
    /// <param name="copy">The progress of the copy; null when nothing is stored.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>Its results.</returns>
    public IAsyncEnumerable<MirrorInput> SendAsync(MirrorAction action, CopyState? copy, CancellationToken cancellationToken)
        => action switch
        {
            MirrorAction.ReadCheckpoint => One(ReadCheckpointAsync(cancellationToken)),
            MirrorAction.ReadEnd asked => One(ReadEndAsync(asked, cancellationToken)),
            MirrorAction.ReadDataModel asked => One(ReadDataModelAsync(asked, cancellationToken)),
            MirrorAction.AskFields asked => One(AskFieldsAsync(asked, cancellationToken)),
            MirrorAction.ReadRange asked => One(Reader(asked.Model.Name).ReadRangeAsync(asked, cancellationToken)),
            MirrorAction.ReadPass asked => ReadPassAsync(asked, Reader(asked.Model.Name), cancellationToken),
            MirrorAction.ReadLog asked => One(ReadLogAsync(asked, copy!, cancellationToken)),
            _ => throw new InvalidOperationException($"{action.GetType().Name} is not a request."),
        };

    /// <summary>Records how old a page of the oplog is.</summary>
    public void MeasureLag(IReadOnlyList<OplogEntry> entries) => _oplog.MeasureLag(entries);

    private static async IAsyncEnumerable<MirrorInput> One(Task<MirrorInput> request)
    {
        yield return await request.ConfigureAwait(false);
    }

    private async Task<MirrorInput> ReadCheckpointAsync(CancellationToken cancellationToken)
    {
        MirrorCheckpoint? stored = await target.LoadAsync(cancellationToken).ConfigureAwait(false);
        if (stored is null) return new MirrorInput.CheckpointRead(null);
        try
        {
            CopyState copy = CopyStateText.Read(stored.Text, stored.ModelShapes);
            return new MirrorInput.CheckpointRead(copy.Without(stored.ModelsToLoad)) { Text = stored.Text, Shapes = stored.ModelShapes };
        }
        catch (FormatException fault)
        {
            throw new FormatException(
                $"The checkpoint in {target.Place} is not one of a mirror: {fault.Message}. "
                + "Restore it, or delete it to load everything again.", fault);
        }
    }

    private async Task<MirrorInput> ReadEndAsync(MirrorAction.ReadEnd asked, CancellationToken cancellationToken)
    {
        if (asked.Pauses) await Task.Delay(options.PollInterval, context.Time, cancellationToken).ConfigureAwait(false);
        OplogResponse tail = await _oplog.TailAsync(OplogReader.MaxEntries, NoModels, cancellationToken).ConfigureAwait(false);
        // The order of these entries is not documented, so the highest is searched.
        OplogMark? mark = tail.Entries.Count == 0 ? null : OplogMark.Of(tail.Entries.MaxBy(static entry => entry.Sequence)!);
        return new MirrorInput.EndRead(asked, mark, tail.Hash);
    }

    private async Task<MirrorInput> ReadDataModelAsync(MirrorAction.ReadDataModel asked, CancellationToken cancellationToken)
    {
        var deployment = new DeploymentClient(context);
        DataModelDocument document = (await deployment.GetDataModelJsonAsync(null, cancellationToken).ConfigureAwait(false))!;
        DataModel dataModel = DeploymentClient.Usable(document.DataModel);
        var shapes = dataModel.Models.ToImmutableDictionary(
            static model => model.Name, model => target.ShapeOf(context, model), StringComparer.Ordinal);
        return new MirrorInput.DataModelRead(asked, document.Hash, shapes, target.Compare(context, dataModel)) { DataModel = dataModel };
    }

    private async Task<MirrorInput> AskFieldsAsync(MirrorAction.AskFields asked, CancellationToken cancellationToken)
        => new MirrorInput.FieldsAsked(
            asked, await Reader(asked.Model).HasValuesAsync(asked.Fields, cancellationToken).ConfigureAwait(false));

    private async IAsyncEnumerable<MirrorInput> ReadPassAsync(
        MirrorAction.ReadPass asked, RowReader reader, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        OplogResponse before = await _oplog.TailAsync(OplogReader.MaxEntries, NoModels, cancellationToken).ConfigureAwait(false);
        await foreach (IReadOnlyList<LoadedRow> rows in reader.ReadPassAsync(cancellationToken).ConfigureAwait(false))
            yield return new MirrorInput.PassPageRead(asked, rows);
        OplogResponse after = await _oplog.TailAsync(OplogReader.MaxEntries, NoModels, cancellationToken).ConfigureAwait(false);
        yield return new MirrorInput.PassEnded(asked, before.End == after.End);
    }

    private async Task<MirrorInput> ReadLogAsync(MirrorAction.ReadLog asked, CopyState copy, CancellationToken cancellationToken)
    {
        if (!asked.IsImmediate && _logRequestedAt is { } last && options.PollInterval - context.Time.GetElapsedTime(last) is var left
            && left > TimeSpan.Zero) await Task.Delay(left, context.Time, cancellationToken).ConfigureAwait(false);
        _logRequestedAt = context.Time.GetTimestamp();
        LogRequestedAt = context.Time.GetUtcNow();
        // The objects of models that are being loaded are not needed either: entries are applied to them after the load.
        HashSet<string> models = new(
            copy.Models.Where(static model => model.Phase != MirrorPhase.Loading).Select(static model => model.Name),
            StringComparer.Ordinal);
        OplogContinuation read = await _oplog.ReadAfterAsync(asked.After, options.OplogPageSize, models, cancellationToken)
            .ConfigureAwait(false);
        if (read.Entries.FirstOrDefault(static entry => entry.Model.Length == 0 || entry.Id.Length == 0) is { } nameless)
            throw new UnreadableResponseException(
                FormattableString.Invariant($"The entry {nameless.Sequence} of the oplog does not name its object."));
        return new MirrorInput.LogRead(asked, read.First, read.Entries, read.Response.Hash, read.Response.HasMore, read.Response.IsFull);
    }

    private RowReader Reader(string model)
    {
        if (!_readers.TryGetValue(model, out RowReader? reader)) _readers.Add(model, reader = target.CreateReader(context, model));
        return reader;
    }
}
