namespace JourneyApps.Mirroring.Dialects;

/// <summary>A table as it is in the database.</summary>
/// <param name="Name">The table's name, without its SQL schema.</param>
/// <param name="Columns">The names of its columns.</param>
public sealed record DatabaseTable(string Name, IReadOnlyList<string> Columns);
