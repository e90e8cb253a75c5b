namespace JourneyApps.Extensions.DependencyInjection;

/// <summary>A section of the configuration that belongs to a registered client.</summary>
/// <param name="Path">Its path, such as <c>JourneyApps:north</c>.</param>
internal sealed record ConfiguredSection(string Path);
