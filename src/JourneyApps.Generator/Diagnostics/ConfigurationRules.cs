using JourneyApps.Schema;
using JourneyApps.Schema.Reading;

namespace JourneyApps.Generator.Diagnostics;

/// <summary>The causes of findings about the project's configuration.</summary>
internal static class ConfigurationRules
{
    /// <summary>The package is there, a schema is not.</summary>
    public static readonly SchemaRule NoSchema = new("JA3001", "No schema",
        "There is no schema in this project: put the app's schema.xml beside the project file, or name one with "
        + "<AdditionalFiles Include=\"…\" JourneyAppsSchema=\"true\" />", SchemaSeverity.Warning);

    /// <summary>A file that should be a schema is empty.</summary>
    public static readonly SchemaRule SchemaEmpty = new("JA3002", "Empty schema",
        "'{0}' is empty or has no root element: nothing is generated from it", SchemaSeverity.Warning);

    /// <summary>Two schemas want the same client class.</summary>
    public static readonly SchemaRule ClientTwice = new("JA3003", "Two schemas with the same client",
        "'{0}' would generate the client '{1}', which '{2}' generates already; give one of them another name with JourneyAppsClient",
        SchemaSeverity.Error);

    /// <summary>Two schemas put the same type into one namespace.</summary>
    public static readonly SchemaRule TypeTwice = new("JA3004", "Two schemas with the same type",
        "'{0}' would generate the type '{1}' in namespace '{2}', which '{3}' generates already; give one of them another namespace with "
        + "JourneyAppsNamespace", SchemaSeverity.Error);

    /// <summary>The same data model in both forms.</summary>
    public static readonly SchemaRule JsonBesideXml = new("JA3005", "datamodel.json beside schema.xml",
        "'{0}' is not used because '{1}' is there; remove one of them, or set JourneyAppsSchema=\"true\" on the one to use",
        SchemaSeverity.Warning);

    /// <summary>An option of the project has a value that cannot be used.</summary>
    public static readonly SchemaRule OptionInvalid = new("JA3006", "Option with an unusable value",
        "{0} is '{1}': {2}", SchemaSeverity.Error);

    /// <summary>The runtime is older than the generator.</summary>
    public static readonly SchemaRule RuntimeTooOld = new("JA3007", "JourneyApps.Runtime is too old",
        "JourneyApps.Generator {0} needs JourneyApps.Runtime {0} or later, but the project has {1}", SchemaSeverity.Error);

    /// <summary>A names file that belongs to nothing.</summary>
    public static readonly SchemaRule NamesWithoutSchema = new("JA3008", "Names for no schema",
        "'{0}' names nothing: there is no schema of the same file name beside it", SchemaSeverity.Warning);

    /// <summary>All of them.</summary>
    public static readonly EquatableArray<SchemaRule> All =
    [
        NoSchema, SchemaEmpty, ClientTwice, TypeTwice, JsonBesideXml, OptionInvalid, RuntimeTooOld, NamesWithoutSchema,
    ];
}
