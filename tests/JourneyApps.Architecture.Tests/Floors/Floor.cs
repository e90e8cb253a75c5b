namespace JourneyApps.Architecture.Tests;

/// <summary>A floor of a project and its rooms.</summary>
/// <param name="Name">The name that docs/architecture.md shows.</param>
/// <param name="Rooms">Folders, relative to the project; "." is the project's own folder. A room may use the rooms after it.</param>
internal sealed record Floor(string Name, params string[] Rooms);
