namespace JourneyApps.Internal.Features.Mirroring.Rules;

/// <summary>What a step of a load removes from the copy.</summary>
internal enum Removal
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The objects in the range of the step that are not among its rows.</summary>
    Range,

    /// <summary>The objects whose ids the load has not found.</summary>
    Everything,
}
