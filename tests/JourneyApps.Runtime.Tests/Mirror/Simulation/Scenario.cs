namespace JourneyApps.Runtime.Tests.Mirror.Simulation;

/// <summary>What may happen in a run.</summary>
internal sealed record Scenario(string Name)
{
    public static readonly Scenario[] All =
    [
        new("trimmed oplog, model added later") { Trims = true, AddsModel = true },
        new("data model changes and few writes") { Changes = true, AddsModel = true, ChangeOdds = 6, WriteOdds = 12, Length = 3 },
        new("data model changes") { Changes = true, AddsModel = true },
        new("everything at once") { Trims = true, Changes = true, AddsModel = true, Restores = true },
        new("restored backups") { Restores = true },
        new("empty oplog at the start") { StartsEmpty = true, Trims = true },
        new("ids that are not UUIDs") { HasOddIds = true, Trims = true, Changes = true },
        new("ids in another order") { IsUnordered = true, Trims = true },
        new("one worker dies for good") { Trims = true, Changes = true, OneDies = true },
    ];

    public int Workers { get; init; } = 2;

    public bool Trims { get; init; }

    public bool Changes { get; init; }

    /// <summary>In how many of 200 steps something is written. The next write of an object hides what was wrong with it.</summary>
    public int WriteOdds { get; init; } = 50;

    /// <summary>How much longer it is than others.</summary>
    public int Length { get; init; } = 1;

    /// <summary>In how many of 200 steps the data model changes.</summary>
    public int ChangeOdds { get; init; } = 4;

    /// <summary>Whether a model is added and taken away.</summary>
    public bool AddsModel { get; init; }

    public bool Restores { get; init; }

    public bool StartsEmpty { get; init; }

    public bool HasOddIds { get; init; }

    public bool IsUnordered { get; init; }

    public bool OneDies { get; init; }
}
