namespace JourneyApps.Schema.Naming;

/// <summary>A belongs-to whose target is generated.</summary>
/// <param name="Link">The belongs-to.</param>
/// <param name="Class">The class of the target.</param>
internal readonly record struct BelongsToTarget(BelongsTo Link, string Class);
