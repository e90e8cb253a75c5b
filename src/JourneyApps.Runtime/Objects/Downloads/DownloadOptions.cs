namespace JourneyApps;

/// <summary>Options of a download.</summary>
public sealed record DownloadOptions
{
    /// <summary>The maximum number of bytes to write to the target. Default 2 GiB.</summary>
    public long MaxBytes { get; init; } = 2L * 1024 * 1024 * 1024;

    /// <summary>Receives the number of bytes written; null if you do not need the progress.</summary>
    public IProgress<long>? Progress { get; init; }
}
