namespace JourneyApps;

/// <summary>The environments of legacy base addresses.</summary>
public enum JourneyEnvironment
{
    /// <summary>Production (no suffix).</summary>
    Production,

    /// <summary>Staging (<c>-staging</c>).</summary>
    Staging,

    /// <summary>Testing (<c>-testing</c>).</summary>
    Testing,
}
