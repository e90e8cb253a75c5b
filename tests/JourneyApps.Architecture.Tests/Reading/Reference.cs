namespace JourneyApps.Architecture.Tests;

/// <summary>A use of one type by another, and the first member that has it.</summary>
internal sealed record Reference(SourceType From, SourceType To, string Member);
