using JourneyApps.Schema;

namespace JourneyApps.Generator.Diagnostics;

/// <summary>The causes of findings about the project's configuration.</summary>
internal static class ConfigurationRules
{
    /// <summary>The package is there, a schema is not.</summary>
    public static readonly FindingRule NoSchema = new("JA3001", "No schema",
        "There is no schema in this project: put the app's schema.xml beside the project file, or name one with "
        + "<AdditionalFiles Include=\"…\" JourneyAppsSchema=\"true\" />", FindingSeverity.Warning);

    /// <summary>A file that should be a schema is empty.</summary>
    public static readonly FindingRule SchemaEmpty = new("JA3002", "Empty schema",
        "'{0}' is empty or has no root element: nothing is generated from it", FindingSeverity.Warning);

    /// <summary>Two schemas want the same client class.</summary>
    public static readonly FindingRule ClientTwice = new("JA3003", "Two schemas with the same client",
        "'{0}' would generate the client '{1}', which '{2}' generates already; give one of them another name with JourneyAppsClient",
        FindingSeverity.Error);

    /// <summary>Two schemas put the same type into one namespace.</summary>
    public static readonly FindingRule TypeTwice = new("JA3004", "Two schemas with the same type",
        "'{0}' would generate the type '{1}' in namespace '{2}', which '{3}' generates already; give one of them another namespace with "
        + "JourneyAppsNamespace", FindingSeverity.Error);

    /// <summary>The same data model in both forms.</summary>
    public static readonly FindingRule JsonBesideXml = new("JA3005", "datamodel.json beside schema.xml",
        "'{0}' is not used because '{1}' is there; remove one of them, or set JourneyAppsSchema=\"true\" on the one to use",
        FindingSeverity.Warning);

    /// <summary>An option of the project has a value that cannot be used.</summary>
    public static readonly FindingRule OptionInvalid = new("JA3006", "Option with an unusable value",
        "{0} is '{1}': {2}", FindingSeverity.Error);

    /// <summary>The runtime is older than the generator.</summary>
    public static readonly FindingRule RuntimeTooOld = new("JA3007", "JourneyApps.Runtime is too old",
        "JourneyApps.Generator {0} needs JourneyApps.Runtime {0} or later, but the project has {1}", FindingSeverity.Error);

    /// <summary>A names file that belongs to nothing.</summary>
    public static readonly FindingRule NamesWithoutSchema = new("JA3008", "Names for no schema",
        "'{0}' names nothing: there is no schema of the same file name beside it", FindingSeverity.Warning);

    /// <summary>All of them.</summary>
    public static readonly EquatableArray<FindingRule> All =
    [
        NoSchema, SchemaEmpty, ClientTwice, TypeTwice, JsonBesideXml, OptionInvalid, RuntimeTooOld, NamesWithoutSchema,
    ];
}
