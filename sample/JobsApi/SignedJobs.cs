namespace JobsApi;

/// <summary>What webhooks told: each change once, however often it was posted. A real program keeps this in its database.</summary>
internal sealed class SignedJobs
{
    private const int Remembered = 1_000;

    private readonly Lock _lock = new();
    private readonly SortedDictionary<long, Job> _jobs = [];

    /// <summary>The jobs, in the order of the change log.</summary>
    public IReadOnlyList<Job> All
    {
        get
        {
            lock (_lock) return [.. _jobs.Values];
        }
    }

    /// <summary>Notes a job.</summary>
    /// <returns>False when this change was noted before.</returns>
    public bool Add(long sequence, Job job)
    {
        lock (_lock)
        {
            if (!_jobs.TryAdd(sequence, job)) return false;
            if (_jobs.Count > Remembered) _jobs.Remove(_jobs.Keys.First());
            return true;
        }
    }
}
