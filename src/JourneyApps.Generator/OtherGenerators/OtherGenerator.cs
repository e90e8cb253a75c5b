namespace JourneyApps.Generator.OtherGenerators;

/// <summary>A source generator that runs in addition to this one and does not see its output.</summary>
internal enum OtherGenerator
{
    /// <summary>That of System.Text.Json.</summary>
    SystemTextJson,

    /// <summary>That of Mapperly.</summary>
    Mapperly,

    /// <summary>That of Refit.</summary>
    Refit,

    /// <summary>That of Microsoft.Extensions.Logging.</summary>
    LoggerMessage,

    /// <summary>That of minimal APIs, which native AOT turns on.</summary>
    RequestDelegates,

    /// <summary>That of Razor components.</summary>
    Razor,
}
