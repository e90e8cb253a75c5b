namespace JourneyApps.Schema.Naming;

/// <summary>The naming diagnostics, <c>JA2050</c> to <c>JA2064</c>.</summary>
internal static class NamingRules
{
    public static readonly SchemaRule TypeNameImported = Info("JA2050", "Model renamed: the name is taken in C#",
        "Model '{0}' is '{1}' in C#: '{2}' is the name of a type or namespace that your files already see");

    public static readonly SchemaRule MemberReserved = Info("JA2051", "Member renamed: the name is reserved",
        "'{0}' of model '{1}' is '{2}' in C#: '{3}' is a member that every model has, or the name of its class");

    public static readonly SchemaRule NameTaken = Info("JA2052", "Renamed: two names are equal in C#",
        "'{0}' is '{1}' in C#: something else is '{2}' already");

    public static readonly SchemaRule OptionsNamedByLabel = Info("JA2053", "Options named by their labels",
        "The options of '{0}' of model '{1}' have numbers as keys, so '{2}' names them by their labels; a new label renames a member "
        + "unless schema.names pins it");

    public static readonly SchemaRule OptionRenamed = Info("JA2054", "Option renamed",
        "Option '{0}' is '{1}.{2}' in C#: its key gives no name, or another option has it");

    public static readonly SchemaRule OptionLeftOut = Warning("JA2055", "Option without a usable key",
        "An option of '{0}' of model '{1}' (label '{2}') has no key that the API could be told, so it is not generated");

    public static readonly SchemaRule HasManyLeftOut = Info("JA2056", "Has-many left out",
        "The has-many '{0}' of model '{1}' is not generated: no belongs-to of '{2}' leads back to it");

    public static readonly SchemaRule DerivedTypeRenamed = Info("JA2057", "Type renamed: the name is taken",
        "The type is '{0}' in C#: '{1}' is taken");

    public static readonly SchemaRule SetRenamed = Info("JA2058", "Set renamed: the name is taken",
        "The set of model '{0}' is '{1}.{2}': '{3}' is taken");

    public static readonly SchemaRule OverrideMalformed = Error("JA2060", "Line of schema.names not understood",
        "Write 'model = Name', 'model[] = Name', 'model.member = Name' or 'model.field[\"option\"] = Name'");

    public static readonly SchemaRule OverrideUnused = Warning("JA2061", "Line of schema.names applies to nothing",
        "The schema has no '{0}'");

    public static readonly SchemaRule OverrideInvalid = Error("JA2062", "Chosen name not usable",
        "'{0}' cannot be a name here: begin with an upper-case letter, then letters, digits and underscores");

    public static readonly SchemaRule OverrideRefused = Error("JA2063", "Chosen name taken",
        "The name chosen for '{0}' is reserved or taken; it is '{1}' instead");

    public static readonly SchemaRule OverrideRepeated = Warning("JA2064", "Named twice in schema.names",
        "'{0}' has a name on an earlier line");

    /// <summary>All of them, ordered by id.</summary>
    public static readonly SchemaRule[] All =
    [
        TypeNameImported, MemberReserved, NameTaken, OptionsNamedByLabel, OptionRenamed, OptionLeftOut, HasManyLeftOut,
        DerivedTypeRenamed, SetRenamed, OverrideMalformed, OverrideUnused, OverrideInvalid, OverrideRefused, OverrideRepeated,
    ];

    private static SchemaRule Error(string id, string title, string message) => new(id, title, message, SchemaSeverity.Error);

    private static SchemaRule Warning(string id, string title, string message) => new(id, title, message, SchemaSeverity.Warning);

    private static SchemaRule Info(string id, string title, string message) => new(id, title, message, SchemaSeverity.Info);
}
