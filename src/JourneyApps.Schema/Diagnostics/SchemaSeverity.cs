namespace JourneyApps.Schema;

/// <summary>How bad a finding is.</summary>
public enum SchemaSeverity
{
    /// <summary>Worth knowing; nothing is wrong.</summary>
    Info,

    /// <summary>Allowed, but likely not what was meant.</summary>
    Warning,

    /// <summary>The platform does not accept it, or it cannot be used.</summary>
    Error,
}
