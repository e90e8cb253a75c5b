using JourneyApps.Mirroring;

namespace JourneyApps.Runtime.Tests.Mirror;

/// <summary>What a mirror was doing when its process was killed.</summary>
/// <param name="Phase">In which phase it was; null when it had not told yet.</param>
/// <param name="IsSaving">Whether it was storing a checkpoint.</param>
internal readonly record struct DeathPoint(MirrorPhase? Phase, bool IsSaving)
{
    public override string ToString() => $"{Phase?.ToString() ?? "starting"}{(IsSaving ? " and saving" : "")}";
}
