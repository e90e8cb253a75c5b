namespace JourneyApps.Emulator.Reading;

/// <summary>A page of a list.</summary>
/// <param name="Rows">Its rows.</param>
/// <param name="Total">The number of all matching rows; <see langword="null"/> if it was not requested.</param>
/// <param name="More">Whether matching rows follow.</param>
internal sealed record ObjectPage(IReadOnlyList<StoredRow> Rows, long? Total, bool More);
