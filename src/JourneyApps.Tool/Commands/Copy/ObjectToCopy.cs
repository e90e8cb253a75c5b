using JourneyApps.Records;

namespace JourneyApps.Tool.Commands.Copy;

/// <summary>An object as it is sent to the target.</summary>
/// <param name="Record">The object.</param>
/// <param name="Bytes">The length of its files.</param>
/// <param name="Files">The number of its files.</param>
/// <param name="MissingFiles">The number of files that the source does not have.</param>
internal sealed record ObjectToCopy(JourneyRecord Record, long Bytes, int Files, int MissingFiles);
