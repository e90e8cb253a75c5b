namespace JourneyApps.Internal.Features.Mirroring;

/// <summary>What one request of a load gave.</summary>
/// <param name="Count">How many rows, unreadable ones included.</param>
/// <param name="More">Whether the server has more of what was asked for.</param>
internal abstract record LoadedRows(int Count, bool More);
