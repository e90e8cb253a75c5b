using JourneyApps.Schema;

namespace JourneyApps.Generator.Naming;

/// <summary>One name that the user chose.</summary>
/// <param name="Key">The left side of the line as written, for messages.</param>
/// <param name="Model">The model.</param>
/// <param name="Member">The field or relationship; <see langword="null"/> for the model itself or its set.</param>
/// <param name="Option">The key of the option; <see langword="null"/> for a member.</param>
/// <param name="IsSet">Whether the model's set is meant (<c>job[]</c>).</param>
/// <param name="Name">The name.</param>
internal sealed record ChosenName(string Key, string Model, string? Member, string? Option, bool IsSet, string Name);
