namespace JourneyApps.Schema.Naming;

/// <summary>An option to generate.</summary>
internal sealed record OptionSpec(string Member, string Key, long? Number, string Label);
