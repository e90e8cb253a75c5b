namespace JourneyApps.Runtime.Tests.Mirror;

/// <summary>The process dies here.</summary>
internal sealed class DeathException : Exception;
