namespace JourneyApps;

/// <summary>A file that was downloaded.</summary>
/// <param name="Length">How many bytes were written to the target.</param>
/// <param name="ContentType">The media type that the server named; null when it named none.</param>
public sealed record DownloadedFile(long Length, string? ContentType);
