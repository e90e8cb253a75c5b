namespace JourneyApps;

/// <summary>How a file is downloaded.</summary>
public sealed record DownloadOptions
{
    /// <summary>The most bytes that are written to the target. Default 2 GiB.</summary>
    public long MaxBytes { get; init; } = 2L * 1024 * 1024 * 1024;

    /// <summary>Receives the number of bytes written. Null for none.</summary>
    public IProgress<long>? Progress { get; init; }
}
