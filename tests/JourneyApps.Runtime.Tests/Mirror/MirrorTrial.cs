using Acme.Field;
using JourneyApps.Runtime.Tests.Http;

namespace JourneyApps.Runtime.Tests.Mirror;

/// <summary>A source with a writer that works while a loader reads, and a loader that dies at random points.</summary>
internal sealed class MirrorTrial(EmulatedApp app, Copy copy, int seed) : IDisposable
{
    private const int PageSize = 50;
    private readonly Random _random = new(seed);
    private readonly FieldApp _reader = EmulatedApp.Connect(app.Emulator, options => options.PageSize = PageSize);
    private readonly SourceWriter _writer = new(app, new Random(seed));
    private int _untilDeath = int.MaxValue;

    public FieldApp Reader => _reader;

    /// <summary>Where loaders died.</summary>
    public List<string> Deaths { get; } = [];

    public Task SeedAsync(int count) => _writer.SeedAsync(count);

    /// <summary>Makes the next run die at a random one of its coming steps.</summary>
    public void LetDie() => _untilDeath = _random.Next(1, _random.Next(2) == 0 ? 6 : 40);

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
    public Task WriteAsync()
    {
        string[] read = [.. copy.Ids("job").Where(_writer.IsThere)];
        return _writer.WriteAsync(3, () => read.Length == 0 ? null : read[_random.Next(read.Length)]);
    }

    public async Task<string> DifferenceAsync() => Source.Difference(await Source.RowsAsync(app.Emulator, "job"), copy.Rows);

    public void Dispose() => _reader.Dispose();
}
