namespace JourneyApps.Schema;

/// <summary>The severity of a diagnostic.</summary>
public enum SchemaSeverity
{
    /// <summary>Information; nothing is wrong.</summary>
    Info,

    /// <summary>Allowed, but probably not intended.</summary>
    Warning,

    /// <summary>The platform does not accept it, or no code can be generated for it.</summary>
    Error,
}
