namespace JobsApi;

/// <summary>The changes that webhooks reported, each one once, even if it was posted several times. A real program stores them in its database.</summary>
internal sealed class SignedJobs
{
    private const int Remembered = 1_000;

    private readonly Lock _lock = new();
    private readonly SortedDictionary<long, Job> _jobs = [];

    /// <summary>The jobs, in the order of the oplog.</summary>
    public IReadOnlyList<Job> All
    {
        get
        {
            lock (_lock) return [.. _jobs.Values];
        }
    }

    /// <summary>Adds a job.</summary>
    /// <returns>False if this change was added before.</returns>
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
