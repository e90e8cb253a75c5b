using JourneyApps.Internal.Features.Mirroring.Rules;
using JourneyApps.Mirroring;
using JourneyApps.Oplog;

namespace JourneyApps.Runtime.Tests.Mirror.Simulation;

/// <summary>Rows and a checkpoint, changed in whole transactions.</summary>
internal sealed class SimulatedCopy(Safeguard missing)
{
    public Dictionary<(string Model, string Id), SimulatedRow> Rows { get; } = [];

    public string? Checkpoint { get; private set; }

    /// <summary>Where the running load began. A backup that is younger and is restored during the load cannot be noticed.</summary>
    public long LoadingSince => Checkpoint is null ? long.MaxValue : CopyStateText.Read(Checkpoint).Models
        .Where(model => model.Phase == MirrorPhase.Loading).Select(model => model.Start?.Sequence ?? 0).DefaultIfEmpty(long.MaxValue).Min();

    /// <summary>What must not happen and has.</summary>
    public HashSet<string> Broken { get; } = [];

    /// <summary>Stores a step.</summary>
    /// <returns>Whether the copy was at the checkpoint at which the step begins.</returns>
    public bool Store(string? from, CopyState? before, MirrorAction.Store step, IReadOnlySet<string> found, IReadOnlyList<OplogEntry> unfiltered)
    {
        if (Checkpoint != from && missing != Safeguard.CompareAndSwap) return false;
        bool appliesAll = missing is Safeguard.LoadingModelsWait or Safeguard.Position;
        IEnumerable<OplogEntry> entries = step.Entries;
        if (appliesAll)
        {
            entries = unfiltered.Where(entry => step.Copy.Find(entry.Model) is { } model
                && (missing == Safeguard.LoadingModelsWait ? !(entry.Sequence <= model.Start?.Sequence) : model.Phase != MirrorPhase.Loading));
        }

        foreach (OplogEntry entry in entries) Apply(entry, before?.Find(entry.Model));
        if (step.Part is { } part) Apply(part, found);
        Checkpoint = CopyStateText.Write(step.Copy);
        return true;
    }

    private void Apply(OplogEntry entry, ModelCopy? model)
    {
        var key = (entry.Model, entry.Id);
        // With two workers and no compare-and-swap, rows step back; that shows in the rows.
        if (model?.Phase == MirrorPhase.Following && Rows.TryGetValue(key, out SimulatedRow? row) && row.Sequence >= entry.Sequence
            && missing != Safeguard.CompareAndSwap) Broken.Add("a row that follows stepped back");
        if (entry.Operation == OplogOperation.Delete) Rows.Remove(key);
        else Rows[key] = new SimulatedRow((SimulatedValue)entry.Object!, entry.Sequence);
    }

    private void Apply(LoadPart part, IReadOnlySet<string> found)
    {
        string model = part.Model.Name;
        IEnumerable<string> gone = part.Removal switch
        {
            Removal.Range when missing != Safeguard.RangeRemoval => Rows.Keys.Where(key => key.Model == model && IsIn(part.Span, key.Id)).Select(key => key.Id)
                .Except(part.Rows.Select(row => row.Id!)),
            Removal.Everything when missing != Safeguard.Sweep => Rows.Keys.Where(key => key.Model == model).Select(key => key.Id).Except(found),
            _ => [],
        };
        foreach (string id in gone.ToArray()) Rows.Remove((model, id));
        foreach (LoadedRow row in part.Rows) Rows[(model, row.Id!)] = new SimulatedRow((SimulatedValue)row.Value!, part.Model.Start?.Sequence);
    }

    private static bool IsIn(IdSpan span, string id)
        => (span.From is null || string.CompareOrdinal(id, span.From) >= 0) && (span.To is null || string.CompareOrdinal(id, span.To) < 0);
}
