namespace JourneyApps.Schema.Naming;

/// <summary>The naming diagnostics, <c>JA2050</c> to <c>JA2064</c>.</summary>
internal static class NamingRules
{
    private static readonly List<SchemaRule> Table = [];

    public static readonly SchemaRule TypeNameImported = Info("JA2050", "Model renamed: name already in use",
        "Model '{0}' is named '{1}' because '{2}' is already the name of a type or namespace in your files");

    public static readonly SchemaRule MemberReserved = Info("JA2051", "Member renamed: reserved name",
        "'{0}' of model '{1}' is named '{2}' because '{3}' is a member of every model or the name of the class");

    public static readonly SchemaRule NameTaken = Info("JA2052", "Renamed: equal names in C#",
        "'{0}' is named '{1}' because '{2}' is already in use");

    public static readonly SchemaRule OptionsNamedByLabel = Info("JA2053", "Options named after their labels",
        "The options of '{0}' of model '{1}' have numeric keys, so the members of '{2}' are named after the labels; to keep "
        + "the names when a label changes, add them to schema.names");

    public static readonly SchemaRule OptionRenamed = Info("JA2054", "Option renamed",
        "Option '{0}' is named '{1}.{2}' because its key cannot be converted to a unique name");

    public static readonly SchemaRule OptionLeftOut = Warning("JA2055", "Option without a valid key",
        "An option of '{0}' of model '{1}' (label '{2}') has no valid key and is not generated");

    public static readonly SchemaRule HasManyLeftOut = Info("JA2056", "Has-many not generated",
        "Has-many '{0}' of model '{1}' is not generated because inverse-of does not specify a belongs-to of '{2}' that refers to '{1}'");

    public static readonly SchemaRule DerivedTypeRenamed = Info("JA2057", "Type renamed: name already in use",
        "The type is named '{0}' because '{1}' is already in use");

    public static readonly SchemaRule SetRenamed = Info("JA2058", "Set renamed: name already in use",
        "The set of model '{0}' is named '{1}.{2}' because '{3}' is already in use");

    public static readonly SchemaRule OverrideMalformed = Error("JA2060", "Invalid line in schema.names",
        "Invalid line; expected 'model = Name', 'model[] = Name', 'model.member = Name' or 'model.field[\"option\"] = Name'");

    public static readonly SchemaRule OverrideUnused = Warning("JA2061", "Unknown element in schema.names",
        "'{0}' does not exist in the schema");

    public static readonly SchemaRule OverrideInvalid = Error("JA2062", "Invalid name in schema.names",
        "'{0}' is not a valid name; expected an upper-case letter followed by letters, digits and underscores");

    public static readonly SchemaRule OverrideRefused = Error("JA2063", "Name in schema.names already in use",
        "The name for '{0}' is reserved or already in use; '{1}' is used instead");

    public static readonly SchemaRule OverrideRepeated = Warning("JA2064", "Element repeated in schema.names",
        "'{0}' already has a name on an earlier line");

    /// <summary>All of them, ordered by id.</summary>
    public static IReadOnlyList<SchemaRule> All => Table;

    private static SchemaRule Error(string id, string title, string message) => Add(id, title, message, SchemaSeverity.Error);

    private static SchemaRule Warning(string id, string title, string message) => Add(id, title, message, SchemaSeverity.Warning);

    private static SchemaRule Info(string id, string title, string message) => Add(id, title, message, SchemaSeverity.Info);

    private static SchemaRule Add(string id, string title, string message, SchemaSeverity severity)
    {
        var rule = new SchemaRule(id, title, message, severity);
        Table.Add(rule);
        return rule;
    }
}
