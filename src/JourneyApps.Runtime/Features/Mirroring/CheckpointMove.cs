using JourneyApps.Mirroring;

namespace JourneyApps.Internal.Features.Mirroring;

/// <summary>The checkpoints of a step.</summary>
/// <param name="From">The checkpoint at which the step begins; null if none was stored.</param>
/// <param name="To">The checkpoint after the step; null if the handlers of other models still have to store their parts.</param>
internal readonly record struct CheckpointMove(string? From, string? To)
{
    /// <summary>Whether a handler stored the checkpoint itself.</summary>
    /// <exception cref="JourneyApiException">Another mirror has continued with the copy.</exception>
    public static bool IsStored(MirrorStep step) => step.IsOvertaken ? throw Overtaken() : step.CheckpointIsStored;

    public static JourneyApiException Overtaken() => new(
        "Another mirror has continued with the same copy, so this mirror stopped before it stored an older state. Nothing is lost. Run one "
        + "mirror per copy; a mirror that is run again resumes at the stored checkpoint.");
}
