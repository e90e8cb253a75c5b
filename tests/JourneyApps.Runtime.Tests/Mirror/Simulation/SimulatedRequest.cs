using JourneyApps.Internal.Features.Mirroring.Rules;
using JourneyApps.Internal.Features.Oplog;

namespace JourneyApps.Runtime.Tests.Mirror.Simulation;

/// <summary>A request of a worker that is under way.</summary>
internal sealed class SimulatedRequest(MirrorAction asked)
{
    public MirrorAction Asked { get; } = asked;

    /// <summary>The answer, on its way to the worker; null while the server works on it.</summary>
    public MirrorInput? Answer { get; set; }

    /// <summary>The range of ids that is read.</summary>
    public IdSpan? Span { get; set; }

    /// <summary>The ids that are still to be read: a request sees its objects at different moments.</summary>
    public Queue<string>? Left { get; set; }

    public List<LoadedRow> Rows { get; set; } = [];

    /// <summary>The end of the oplog when a pass began.</summary>
    public OplogMark? Before { get; set; }

    /// <summary>The position in the list that a pass has reached.</summary>
    public int Skip { get; set; }
}
