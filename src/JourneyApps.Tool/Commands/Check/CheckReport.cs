using JourneyApps.Tool.Schemas;

namespace JourneyApps.Tool.Commands.Check;

/// <summary>What <c>check --json</c> prints.</summary>
/// <param name="Same">Whether there is no difference.</param>
/// <param name="Breaking">How many differences break generated code.</param>
/// <param name="Differences">All differences; <c>before</c> is the local file, <c>after</c> the deployment.</param>
internal sealed record CheckReport(bool Same, int Breaking, IReadOnlyList<Difference> Differences);
