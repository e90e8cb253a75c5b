namespace JourneyApps.Schema.Tests.Vectors;

/// <summary>A message of the platform; fatal ones have offsets, the others lines and columns, some nothing.</summary>
public sealed record VectorMessage(string Severity, string Message, string At);
