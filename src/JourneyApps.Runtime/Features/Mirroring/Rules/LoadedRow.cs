namespace JourneyApps.Internal.Features.Mirroring.Rules;

/// <summary>An object that a load read.</summary>
/// <param name="Id">Its id; null when it cannot be read.</param>
/// <param name="Value">The object; null when it cannot be read.</param>
/// <param name="Fault">Why it cannot be read; null when it was read.</param>
internal sealed record LoadedRow(string? Id, object? Value, Exception? Fault);
