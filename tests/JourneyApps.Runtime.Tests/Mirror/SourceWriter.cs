using Acme.Field;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Runtime.Tests.Http;

namespace JourneyApps.Runtime.Tests.Mirror;

/// <summary>A writer that works while others read: it creates, updates and deletes, mostly deletes of what was already read.</summary>
internal sealed class SourceWriter(EmulatedApp app, Random random)
{
    private readonly Dictionary<string, Job> _there = new(StringComparer.Ordinal);
    private int _number;
    private int _least;

    public int Writes { get; private set; }

    /// <summary>How many of the writes deleted what was already read.</summary>
    public int Deletes { get; private set; }

    public async Task SeedAsync(int count)
    {
        foreach (Job job in await app.SeedAsync(count)) _there[job.Id.Value] = job;
        // With nearly everything deleted, what a loader lost would be deleted as well, and nobody would notice.
        _least = count / 2;
    }

    public bool IsThere(string id) => _there.ContainsKey(id);

    /// <param name="count">How many writes.</param>
    /// <param name="pickRead">Gives the id of a job that was already read; null when there is none.</param>
    public async Task WriteAsync(int count, Func<string?> pickRead)
    {
        List<BatchOperation> writes = [];
        for (int i = 0; i < count; i++)
        {
            int what = random.Next(10);
            if (what < 6 && _there.Count > _least && pickRead() is { } read && _there.Remove(read, out Job? gone))
            {
                writes.Add(BatchOperation.Delete(gone));
                Deletes++;
            }
            else if (what < 8 && _there.Count > 0)
            {
                // Seldom of one that was not read yet: the log would heal what a loader lost.
                Job job = random.Next(4) != 0 && pickRead() is { } known && _there.TryGetValue(known, out Job? found) ? found : _there.Values.ElementAt(random.Next(_there.Count));
                job.Title = $"changed {_number++}";
                writes.Add(BatchOperation.Update(job));
            }
            else
            {
                var job = new Job { Title = $"new {_number++}", Crew = random.Next(100) };
                _there[job.Id.Value] = job;
                writes.Add(BatchOperation.Create(job));
            }
        }

        (await app.Client.WriteAsync(writes)).ThrowIfNotDone();
        Writes += count;
    }
}
