namespace JourneyApps.Schema.Naming;

/// <summary>A name from <c>schema.names</c> that replaces the one the generator would derive.</summary>
/// <param name="Key">The left side of the line as written, for messages.</param>
/// <param name="Model">The model.</param>
/// <param name="Member">The field or relationship; <see langword="null"/> for the model itself or its set.</param>
/// <param name="Option">The key of the option with line feeds as line ends; <see langword="null"/> for a member.</param>
/// <param name="IsSet">Whether the name is for the model's set (<c>job[]</c>).</param>
/// <param name="Name">The C# name.</param>
internal sealed record NameOverride(string Key, string Model, string? Member, string? Option, bool IsSet, string Name);
