namespace JourneyApps.Emulator;

/// <summary>When the envelope of a list carries <c>total</c>.</summary>
public enum TotalMode
{
    /// <summary>Always.</summary>
    Always,

    /// <summary>Only when the request says <c>total=true</c>, as for calls from CloudCode.</summary>
    OnRequest,

    /// <summary>Never, even if it is requested.</summary>
    Never,
}
