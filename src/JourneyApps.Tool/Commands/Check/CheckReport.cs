using JourneyApps.Tool.Schemas;

namespace JourneyApps.Tool.Commands.Check;

/// <summary>The JSON of <c>check --json</c>.</summary>
/// <param name="Same">Whether the schemas are the same.</param>
/// <param name="Breaking">The number of differences that break generated code.</param>
/// <param name="Differences">The differences; <c>before</c> is the local file, <c>after</c> the deployment.</param>
internal sealed record CheckReport(bool Same, int Breaking, IReadOnlyList<Difference> Differences);
