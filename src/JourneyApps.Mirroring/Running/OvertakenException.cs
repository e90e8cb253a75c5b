namespace JourneyApps.Mirroring.Running;

/// <summary>Another worker writes to the copy now.</summary>
internal sealed class OvertakenException : Exception;
