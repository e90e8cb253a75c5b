using Acme.Field;
using JourneyApps.Emulator;
using JourneyApps.Runtime.Tests.Http;

namespace JourneyApps.Runtime.Tests.Mirror;

/// <summary>A source with a writer that works while a loader reads, and a loader that dies at random points.</summary>
internal sealed class MirrorTrial(EmulatedApp app, Copy copy, int seed) : IDisposable
{
    private const int PageSize = 50;
    private readonly Random _random = new(seed);
    private readonly FieldApp _reader = EmulatedApp.Connect(app.Emulator, options => options.PageSize = PageSize);
    private readonly Dictionary<string, Job> _there = new(StringComparer.Ordinal);
    private int _untilDeath = int.MaxValue;
    private int _number;

    public FieldApp Reader => _reader;

    /// <summary>Where loaders died.</summary>
    public List<string> Deaths { get; } = [];

    public async Task SeedAsync(int count)
    {
        foreach (Job job in await app.SeedAsync(count)) _there[job.Id.Value] = job;
    }

    /// <summary>Makes the next run die at a random one of its coming steps.</summary>
    public void LetDie() => _untilDeath = _random.Next(1, _random.Next(2) == 0 ? 15 : 120);

    /// <summary>A time after which the next run is cancelled, wherever it is: also in the middle of a request.</summary>
    public TimeSpan RandomTime() => TimeSpan.FromMilliseconds(_random.Next(1, 150));

    public void LetLive() => _untilDeath = int.MaxValue;

    /// <summary>What the copy calls at each of its steps: the writer works, and maybe the process dies.</summary>
    public async Task StepAsync(string point)
    {
        await WriteAsync();
        if (--_untilDeath > 0) return;
        Deaths.Add(point);
        throw new DeathException();
    }

    /// <summary>Some writes: mostly deletes of what was already read.</summary>
    public async Task WriteAsync()
    {
        List<BatchOperation> writes = [];
        string[] read = [.. copy.Ids("job").Where(_there.ContainsKey)];
        for (int i = 0; i < 3; i++)
        {
            int what = _random.Next(10);
            if (what < 6 && read.Length > i)
            {
                string id = read[_random.Next(read.Length)];
                if (_there.Remove(id, out Job? gone)) writes.Add(BatchOperation.Delete(gone));
            }
            else if (what < 8 && _there.Count > 0)
            {
                Job job = _there.Values.ElementAt(_random.Next(_there.Count));
                job.Title = $"changed {_number++}";
                writes.Add(BatchOperation.Update(job));
            }
            else
            {
                var job = new Job { Title = $"new {_number++}", Crew = _random.Next(100) };
                _there[job.Id.Value] = job;
                writes.Add(BatchOperation.Create(job));
            }
        }
        (await app.Client.WriteAsync(writes)).ThrowIfNotDone();
    }

    public async Task<string> DifferenceAsync() => Source.Difference(await Source.RowsAsync(app.Emulator, "job"), copy.Rows);

    public void Dispose() => _reader.Dispose();
}
