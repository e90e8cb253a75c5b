namespace JourneyApps.Generator.Naming;

/// <summary>The name that something got.</summary>
/// <param name="Name">The name.</param>
/// <param name="Outcome">How it came to be.</param>
internal readonly record struct NameGrant(string Name, NameOutcome Outcome);
