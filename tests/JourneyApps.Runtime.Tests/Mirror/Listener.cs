using JourneyApps.Mirroring;

namespace JourneyApps.Runtime.Tests.Mirror;

/// <summary>Progress at once, on the reporting thread.</summary>
internal sealed class Listener(Action<MirrorProgress> hear) : IProgress<MirrorProgress>
{
    public void Report(MirrorProgress value) => hear(value);
}
