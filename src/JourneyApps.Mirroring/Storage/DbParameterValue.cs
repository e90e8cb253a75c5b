using JourneyApps.Schema;

namespace JourneyApps.Mirroring.Storage;

/// <summary>A parameter of a statement.</summary>
/// <param name="Name">Its name, with <c>@</c>.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Value">The value.</param>
internal readonly record struct DbParameterValue(string Name, CopyColumnKind Kind, object? Value);
