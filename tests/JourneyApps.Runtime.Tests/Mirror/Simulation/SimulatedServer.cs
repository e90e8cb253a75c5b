using System.Collections.Immutable;
using JourneyApps.Internal.Features.Mirroring.Rules;
using JourneyApps.Internal.Features.Oplog;
using JourneyApps.Oplog;

namespace JourneyApps.Runtime.Tests.Mirror.Simulation;

/// <summary>A server with an oplog. Its clock may step back: it stands for several servers.</summary>
internal sealed class SimulatedServer
{
    public const int Ids = 10;
    public static readonly string[] Models = ["job", "site"];
    private readonly Random _random;
    private readonly string[] _ids;
    private ImmutableDictionary<(string, string), SimulatedObject> _objects = ImmutableDictionary<(string, string), SimulatedObject>.Empty;
    private ImmutableList<(long Sequence, OplogOperation Operation, string Model, string Id, SimulatedObject? After, int At)> _log = [];
    private (ImmutableDictionary<(string, string), SimulatedObject> Objects, ImmutableList<(long, OplogOperation, string, string, SimulatedObject?, int)> Log, long Sequence)? _backup;
    private long _sequence;
    private readonly int _largestGap;
    private int _values;

    public SimulatedServer(Random random, Scenario scenario)
    {
        _random = random;
        _ids = [.. Enumerable.Range(0, Ids).Select(i => Id(i)), .. scenario.HasOddIds ? ["X-1", "X-2"] : Array.Empty<string>()];
        _sequence = random.Next(1000, 9000);
        // Without gaps, a restored deployment soon has other entries with the same sequences.
        _largestGap = scenario.Restores ? 1 : 5;
        if (random.NextDouble() >= 0.8) return;
        for (int left = random.Next(15); left > 0; left--) Write();
    }

    public int Time { get; set; } = 100;

    public SimulatedModel Model { get; private set; } = new(true, 0, 0, 0);

    public static string Id(int number) => $"0000000{number:x}-0000-4000-8000-000000000000";

    public IReadOnlyList<string> IdsIn(IdSpan span)
        => [.. _ids.Where(id => (span.From is null || string.CompareOrdinal(id, span.From) >= 0) && (span.To is null || string.CompareOrdinal(id, span.To) < 0))];

    public SimulatedValue? Read(string model, string id) => _objects.TryGetValue((model, id), out SimulatedObject? found) ? Model.Render(found) : null;

    public bool HasValues(string model) => _objects.Any(item => item.Key.Item1 == model && item.Value.B is not null);

    public bool HasValue(string model, string id) => _objects.TryGetValue((model, id), out SimulatedObject? found) && found.B is not null;

    public OplogMark? End() => _log.IsEmpty ? null : new OplogMark(_log[^1].Sequence, _log[^1].Id, At(_log[^1].At));

    public IReadOnlyList<OplogEntry> Page(long start, int limit) =>
    [
        .. _log.Where(entry => entry.Sequence >= start).Take(limit).Select(entry => new OplogEntry
        {
            Sequence = entry.Sequence, Operation = entry.Operation, OperationText = "", Model = entry.Model, Id = entry.Id,
            Object = entry.After is null ? null : Model.Render(entry.After), UpdatedAt = At(entry.At),
        }),
    ];

    public void Write()
    {
        string model = Models[_random.Next(Models.Length)], id = _ids[_random.Next(_ids.Length)];
        Time += new[] { 0, 0, 0, 1, 1, 3 }[_random.Next(6)];
        _sequence += _random.Next(1, _largestGap + 1);
        _values++;
        SimulatedObject? before = _objects.GetValueOrDefault((model, id));
        if (before is not null && _random.NextDouble() < 0.4)
        {
            _objects = _objects.Remove((model, id));
            _log = _log.Add((_sequence, OplogOperation.Delete, model, id, null, Clock()));
            return;
        }

        int? b = !Model.HasB ? before?.B : before is null || _random.Next(2) == 0 ? _values : before.B;
        var after = new SimulatedObject(_values, b, Clock());
        _objects = _objects.SetItem((model, id), after);
        _log = _log.Add((_sequence, before is null ? OplogOperation.Create : OplogOperation.Update, model, id, after, after.At));
    }

    /// <summary>Removes the oldest entries, but not the newest one: what happens between two looks at an oplog that is empty at both leaves no trace.</summary>
    public void Trim()
    {
        if (_log.Count > 1) _log = _log.RemoveRange(0, _random.Next(1, _log.Count));
    }

    public void TrimAll() => _log = [];

    public void Change()
    {
        SimulatedModel next = Model with { Version = Model.Version + 1 };
        Model = _random.Next(8) switch
        {
            < 6 => next with { HasB = !Model.HasB },
            6 => next with { Type = Model.Type + 1 },
            _ => next with { Display = Model.Display + 1 },
        };
    }

    public void BackUp() => _backup = (_objects, _log, _sequence);

    /// <summary>Goes back to the backup. Sequences that were used since are used again, for other entries.</summary>
    /// <param name="before">The backup has to be older than this entry.</param>
    public void Restore(long before)
    {
        if (_backup is not { } backup || backup.Sequence >= before) return;
        (_objects, _log, _sequence) = backup;
        Time += 40;
        for (int left = _random.Next(1, 8); left > 0; left--) Write();
    }

    private static DateTimeOffset At(int time) => DateTimeOffset.UnixEpoch.AddSeconds(time);

    // Four ticks a second: several changes have the same time.
    private int Clock() => (Time - (_random.NextDouble() < 0.3 ? _random.Next(3) * 4 : 0)) / 4;
}
