namespace JourneyApps.Schema.Naming;

/// <summary>A belongs-to whose target is generated.</summary>
internal readonly record struct BelongsToTarget(BelongsTo Link, string Class, string? Row);
