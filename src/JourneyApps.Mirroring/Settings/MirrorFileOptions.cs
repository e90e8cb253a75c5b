namespace JourneyApps.Mirroring;

/// <summary>Where a mirror stores the files of photos, signatures and attachments.</summary>
/// <param name="Folder">The folder. It is created if it does not exist. A file is stored under the model, the field and the id of the
/// file.</param>
public sealed record MirrorFileOptions(string Folder)
{
    /// <summary>How many files are downloaded at the same time, 1 to 32. Default 4.</summary>
    public int Workers { get; init; } = 4;
}
