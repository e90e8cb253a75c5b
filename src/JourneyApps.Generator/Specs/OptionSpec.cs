using JourneyApps.Generator.Emission;

namespace JourneyApps.Generator.Specs;

/// <summary>An option as it is emitted.</summary>
/// <param name="Member">The enum member.</param>
/// <param name="Key">The key on the wire, as text.</param>
/// <param name="Number">The key of an integer choice.</param>
/// <param name="Label">What the app shows.</param>
internal sealed record OptionSpec(string Member, string Key, long? Number, string Label);
