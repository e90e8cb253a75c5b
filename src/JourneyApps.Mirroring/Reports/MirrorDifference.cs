namespace JourneyApps.Mirroring;

/// <summary>A difference between the copy and the deployment.</summary>
/// <param name="Kind">How they differ.</param>
/// <param name="Model">The model's name in the schema.</param>
/// <param name="Id">The object's id.</param>
public sealed record MirrorDifference(MirrorDifferenceKind Kind, string Model, string Id)
{
    /// <summary>The column; null if a row is missing or surplus.</summary>
    public string? Column { get; init; }

    /// <summary>The deployment's value as text; null if it has none.</summary>
    public string? Expected { get; init; }

    /// <summary>The copy's value as text; null if it has none.</summary>
    public string? Found { get; init; }
}
