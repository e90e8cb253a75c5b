namespace JourneyApps.Schema.Naming;

/// <summary>An option to generate.</summary>
/// <param name="Member">The enum member.</param>
/// <param name="Key">The key in JSON, as text.</param>
/// <param name="Number">The key of an integer choice.</param>
/// <param name="Label">The label in the app.</param>
internal sealed record OptionSpec(string Member, string Key, long? Number, string Label);
