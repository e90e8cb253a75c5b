namespace JourneyApps.Tool.Commands.Copy;

/// <summary>The results of a copy.</summary>
/// <param name="Created">The objects that were created.</param>
/// <param name="Existing">The objects that existed and were left unchanged.</param>
/// <param name="Rejected">The objects that the target rejected.</param>
/// <param name="Files">The files of the objects that were sent.</param>
/// <param name="MissingFiles">The files that the source does not have.</param>
internal sealed record CopyCounts(long Created, long Existing, long Rejected, long Files, long MissingFiles)
{
    public static CopyCounts None { get; } = new(0, 0, 0, 0, 0);

    /// <summary>The number of objects that are done.</summary>
    public long Total => Created + Existing + Rejected;
}
