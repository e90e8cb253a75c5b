namespace JourneyApps.Tool.Commands.Log;

/// <summary>The settings of <c>log</c>.</summary>
/// <param name="Models">The models whose changes are printed; empty for all.</param>
/// <param name="Last">The number of changes without a file.</param>
/// <param name="SinceFile">The file that stores the last change that was printed; null for the last changes.</param>
/// <param name="Follow">Whether to wait for new changes.</param>
/// <param name="Json">Whether to print JSON.</param>
internal sealed record LogSettings(IReadOnlyList<string> Models, int Last, string? SinceFile, bool Follow, bool Json);
