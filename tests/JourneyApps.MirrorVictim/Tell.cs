using JourneyApps.Mirroring;

namespace JourneyApps.MirrorVictim;

/// <summary>Tells the killer what is about to happen: one line, which is out when the call returns.</summary>
internal static class Tell
{
    /// <summary>Changes of a phase are about to be stored.</summary>
    public static void Phase(MirrorPhase phase, IEnumerable<string> ids) => Console.Out.WriteLine($"{phase} {string.Join(' ', ids)}");

    /// <summary>A checkpoint is about to be stored.</summary>
    public static void Saving() => Console.Out.WriteLine("Saving");

    /// <summary>The checkpoint is stored.</summary>
    public static void Saved() => Console.Out.WriteLine("Saved");

    /// <summary>Something that happens now and then.</summary>
    public static void Event(MirrorEvent what) => Console.Out.WriteLine($"Event {what}");
}
