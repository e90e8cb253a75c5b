namespace JourneyApps;

/// <summary>Options of a download.</summary>
public sealed record DownloadOptions
{
    private readonly long _maxBytes = 2L * 1024 * 1024 * 1024;

    /// <summary>The maximum number of bytes to write to the target, 0 or more. Default 2 GiB.</summary>
    /// <exception cref="ArgumentException">The value is negative.</exception>
    public long MaxBytes
    {
        get => _maxBytes;
        init => _maxBytes = value >= 0 ? value : throw new ArgumentException($"MaxBytes must be at least 0; it is {value}.");
    }

    /// <summary>Receives the number of bytes written; null if you do not need the progress.</summary>
    public IProgress<long>? Progress { get; init; }
}
