
namespace JourneyApps;

/// <summary>The results of a batch, complete also when the batch was cancelled or ended early.</summary>
public sealed class BatchReport
{
    private readonly long[] _counts = new long[(int)BatchStatus.Unknown + 1];
    private readonly List<BatchResult> _notDone = [];
    private readonly List<BatchResult> _results = [];

    /// <summary>A report of given results, for tests of code that reads reports.</summary>
    /// <param name="results">The results, in the order of the sequence.</param>
    /// <param name="endedEarly">Whether the batch ended before the end of its sequence.</param>
    public BatchReport(IEnumerable<BatchResult> results, bool endedEarly = false)
    {
        ArgumentNullException.ThrowIfNull(results);
        foreach (BatchResult result in results) Add(result, keep: true);
        EndedEarly = endedEarly;
        NotTaken = endedEarly ? null : 0;
    }

    internal BatchReport() { }

    /// <summary>How many operations were applied.</summary>
    public long Applied => this[BatchStatus.Applied];

    /// <summary>How many operations there were.</summary>
    public long Total => _counts.Sum();

    /// <summary>How many requests were made, repeated ones counted once.</summary>
    public int Requests { get; internal set; }

    /// <summary>Whether every operation of the sequence is done.</summary>
    public bool AllDone => _notDone.Count == 0 && !EndedEarly;

    /// <summary>The operations that failed, were not attempted, or are unknown, in the order of the sequence; ready to be sent
    /// again.</summary>
    public IReadOnlyList<BatchResult> NotDone => _notDone;

    /// <summary>All results, when <see cref="BatchOptions.KeepAppliedResults"/> asked for them; else the same as
    /// <see cref="NotDone"/>.</summary>
    public IReadOnlyList<BatchResult> Results => _results.Count > 0 ? _results : _notDone;

    /// <summary>Whether the batch ended before the end of its sequence: it was cancelled, it was to stop on an error, or a whole request
    /// failed in a way that the next one would too. Operations that were not taken from the sequence are in no count but
    /// <see cref="NotTaken"/>.</summary>
    public bool EndedEarly { get; internal set; }

    /// <summary>How many operations were never taken from the sequence because the batch ended early; null when the sequence does not tell
    /// its length.</summary>
    public long? NotTaken { get; internal set; } = 0;

    /// <summary>How many operations have a status.</summary>
    /// <param name="status">The status.</param>
    public long this[BatchStatus status] => _counts[(int)status];

    /// <summary>Throws when something was not done.</summary>
    /// <exception cref="BatchException">Something was not done; it carries this report.</exception>
    public BatchReport ThrowIfNotDone() => AllDone ? this : throw new BatchException(this);

    /// <summary>The counts in one line.</summary>
    public override string ToString()
    {
        IEnumerable<string> parts = Enum.GetValues<BatchStatus>()
            .Where(status => this[status] > 0)
            .Select(status => $"{this[status]} {status}");
        string rest = !EndedEarly || NotTaken == 0 ? ""
            : NotTaken is { } count ? $"; it ended early, and {count} more operations were not taken from the sequence"
            : "; it ended early, and the rest of the sequence was not taken";
        return $"{Total} operations: {string.Join(", ", parts)}{rest}";
    }

    internal void Add(BatchResult result, bool keep)
    {
        _counts[(int)result.Status]++;
        if (!result.IsDone) _notDone.Add(result);
        if (keep) _results.Add(result);
    }

    internal void Sort()
    {
        _notDone.Sort(static (left, right) => left.Index.CompareTo(right.Index));
        _results.Sort(static (left, right) => left.Index.CompareTo(right.Index));
    }

    internal long NotDoneCount => _notDone.Count;
}
