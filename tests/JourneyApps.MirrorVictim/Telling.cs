using JourneyApps.Mirroring;

namespace JourneyApps.MirrorVictim;

/// <summary>Tells what the mirror says of itself, but for its every step.</summary>
internal sealed class Telling : IProgress<MirrorProgress>
{
    public void Report(MirrorProgress value)
    {
        if (value.Event is MirrorEvent.Resync or MirrorEvent.DataModelChanged or MirrorEvent.CaughtUp) Tell.Event(value.Event);
    }
}
