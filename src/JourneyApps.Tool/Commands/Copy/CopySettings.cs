namespace JourneyApps.Tool.Commands.Copy;

/// <summary>The settings of a copy.</summary>
/// <param name="From">The source.</param>
/// <param name="To">The target.</param>
/// <param name="Models">The models to copy; empty for all.</param>
/// <param name="WithFiles">Whether photos, signatures and attachments are copied.</param>
/// <param name="ProgressFile">The file that stores the progress of the copy.</param>
/// <param name="Restart">Whether an interrupted copy starts again at the beginning.</param>
internal sealed record CopySettings(
    JourneyAppOptions From, JourneyAppOptions To, IReadOnlyList<string> Models, bool WithFiles, string ProgressFile, bool Restart);
