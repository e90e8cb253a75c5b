
namespace JourneyApps;

/// <summary>The results of a batch. The report is complete even if the batch was canceled or ended early.</summary>
public sealed class BatchReport
{
    private readonly long[] _counts = new long[(int)BatchStatus.Unknown + 1];
    private readonly List<BatchResult> _notDone = [];
    private readonly List<BatchResult> _results = [];

    /// <summary>Creates a report with the given results, for tests of code that reads reports.</summary>
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

    /// <summary>The number of operations that were applied.</summary>
    public long Applied => this[BatchStatus.Applied];

    /// <summary>The number of operations.</summary>
    public long Total => _counts.Sum();

    /// <summary>The number of requests, not counting retries.</summary>
    public int Requests { get; internal set; }

    /// <summary>Whether every operation of the sequence is done.</summary>
    public bool AllDone => _notDone.Count == 0 && !EndedEarly;

    /// <summary>The operations that failed, were not attempted or whose outcome is unknown, in the order of the sequence. You can send them
    /// again.</summary>
    public IReadOnlyList<BatchResult> NotDone => _notDone;

    /// <summary>All results if <see cref="BatchOptions.KeepAppliedResults"/> is set; otherwise the same as <see cref="NotDone"/>.</summary>
    public IReadOnlyList<BatchResult> Results => _results.Count > 0 ? _results : _notDone;

    /// <summary>Whether the batch ended before the end of its sequence, because it was canceled, because it stopped on an error, or because
    /// a whole request failed for a reason that would also affect the next one. Operations that were not read from the sequence are counted
    /// only in <see cref="NotTaken"/>.</summary>
    public bool EndedEarly { get; internal set; }

    /// <summary>The number of operations that were not read from the sequence because the batch ended early; null if the length of the
    /// sequence is not known.</summary>
    public long? NotTaken { get; internal set; } = 0;

    /// <summary>Returns the number of operations with a status.</summary>
    /// <param name="status">The status.</param>
    public long this[BatchStatus status] => _counts[(int)status];

    /// <summary>Throws an exception if an operation is not done.</summary>
    /// <exception cref="BatchException">An operation is not done. The exception contains this report.</exception>
    public BatchReport ThrowIfNotDone() => AllDone ? this : throw new BatchException(this);

    /// <summary>The counts in one line.</summary>
    public override string ToString()
    {
        IEnumerable<string> parts = Enum.GetValues<BatchStatus>()
            .Where(status => this[status] > 0)
            .Select(status => $"{this[status]} {status}");
        string rest = !EndedEarly || NotTaken == 0 ? ""
            : NotTaken is { } count ? $"; it ended early, and {count} more operations were not read from the sequence"
            : "; it ended early, and the rest of the sequence was not read";
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
