namespace JourneyApps.Generator.Diagnostics;

/// <summary>The diagnostics about the project and its configuration. Those about schemas and names are in JourneyApps.Schema.</summary>
internal static class ConfigurationRules
{
    private static readonly List<SchemaRule> Table = [];

    public static readonly SchemaRule OtherGeneratorCannotSeeTypes = Warning("JA2070",
        "Another source generator cannot see generated types",
        "'{0}' contains the generated type '{1}', which {2} cannot see in this project; {3}");

    public static readonly SchemaRule LanguageTooOld = Error("JA2080", "C# 12 is required",
        "The generated code requires C# 12 or later; set <LangVersion> to 12 or 'latest'");

    public static readonly SchemaRule NoSchema = Warning("JA3001", "No schema",
        "The project has no schema; copy the app's schema.xml to the project folder, or add <AdditionalFiles Include=\"…\" "
        + "JourneyAppsSchema=\"true\" />");

    public static readonly SchemaRule SchemaEmpty = Warning("JA3002", "Empty schema",
        "'{0}' is empty or has no root element; nothing is generated from it");

    public static readonly SchemaRule ClientTwice = Error("JA3003", "Two schemas with the same client",
        "'{0}' generates the client '{1}', which '{2}' already generates; set JourneyAppsClient on one of them");

    public static readonly SchemaRule TypeTwice = Error("JA3004", "Two schemas with the same type",
        "'{0}' generates the type '{1}' in namespace '{2}', which '{3}' already generates; set JourneyAppsNamespace on one of them");

    public static readonly SchemaRule JsonBesideXml = Warning("JA3005", "Both datamodel.json and schema.xml",
        "'{0}' is not used because '{1}' exists; remove one of them, or set JourneyAppsSchema=\"true\" on the file to use");

    public static readonly SchemaRule OptionInvalid = Error("JA3006", "Invalid option",
        "{0} is '{1}'; expected {2}");

    public static readonly SchemaRule RuntimeTooOld = Error("JA3007", "JourneyApps.Runtime is too old",
        "JourneyApps.Generator {0} requires JourneyApps.Runtime {0} or later; the project references {1}");

    public static readonly SchemaRule OverridesWithoutSchema = Warning("JA3008", "Names without a schema",
        "'{0}' has no effect because its folder does not contain a schema with the same base name");

    /// <summary>All of them, ordered by id.</summary>
    public static IReadOnlyList<SchemaRule> All => Table;

    private static SchemaRule Error(string id, string title, string message) => Add(id, title, message, SchemaSeverity.Error);

    private static SchemaRule Warning(string id, string title, string message) => Add(id, title, message, SchemaSeverity.Warning);

    private static SchemaRule Add(string id, string title, string message, SchemaSeverity severity)
    {
        var rule = new SchemaRule(id, title, message, severity);
        Table.Add(rule);
        return rule;
    }
}
