using JourneyApps.Schema;

namespace JourneyApps.Generator.Diagnostics;

/// <summary>The causes of findings about names in C#, <c>JA2050</c> and up; the ones below come with the schema reader.</summary>
internal static class NamingRules
{
    /// <summary>A model is called like a type that every file sees.</summary>
    public static readonly SchemaRule TypeNameImported = new("JA2050", "Model renamed: the name is taken in C#",
        "Model '{0}' is '{1}' in C#: '{2}' is the name of a type or namespace that your files already see", SchemaSeverity.Info);

    /// <summary>A member is called like something that every model has.</summary>
    public static readonly SchemaRule MemberReserved = new("JA2051", "Member renamed: the name is reserved",
        "'{0}' of model '{1}' is '{2}' in C#: '{3}' is a member that every model has, or the name of its class", SchemaSeverity.Info);

    /// <summary>Two things in one scope become the same name.</summary>
    public static readonly SchemaRule NameTaken = new("JA2052", "Renamed: two names are equal in C#",
        "'{0}' is '{1}' in C#: something else is '{2}' already", SchemaSeverity.Info);

    /// <summary>The members of an integer choice are named by labels.</summary>
    public static readonly SchemaRule OptionsNamedByLabel = new("JA2053", "Options named by their labels",
        "The options of '{0}' of model '{1}' have numbers as keys, so '{2}' names them by their labels; a new label renames a member "
        + "unless schema.names pins it", SchemaSeverity.Info);

    /// <summary>An option of a text choice is not named by its key.</summary>
    public static readonly SchemaRule OptionRenamed = new("JA2054", "Option renamed",
        "Option '{0}' is '{1}.{2}' in C#: its key gives no name, or another option has it", SchemaSeverity.Info);

    /// <summary>An option cannot be named in code at all.</summary>
    public static readonly SchemaRule OptionLeftOut = new("JA2055", "Option without a usable key",
        "An option of '{0}' of model '{1}' (label '{2}') has no key that the API could be told, so it is not generated",
        SchemaSeverity.Warning);

    /// <summary>A has-many that cannot be followed.</summary>
    public static readonly SchemaRule HasManyLeftOut = new("JA2056", "Has-many left out",
        "The has-many '{0}' of model '{1}' is not generated: no belongs-to of '{2}' leads back to it", SchemaSeverity.Info);

    /// <summary>A type that belongs to a model has another name than usual.</summary>
    public static readonly SchemaRule DerivedTypeRenamed = new("JA2057", "Type renamed: the name is taken",
        "The type is '{0}' in C#: '{1}' is taken", SchemaSeverity.Info);

    /// <summary>A set on the client has another name than usual.</summary>
    public static readonly SchemaRule SetRenamed = new("JA2058", "Set renamed: the name is taken",
        "The set of model '{0}' is '{1}.{2}': '{3}' is taken", SchemaSeverity.Info);

    /// <summary>A line of the names file is not of the form <c>key = Name</c>.</summary>
    public static readonly SchemaRule NamesLineMalformed = new("JA2060", "Line of schema.names not understood",
        "Write 'model = Name', 'model[] = Name', 'model.member = Name' or 'model.field[\"option\"] = Name'", SchemaSeverity.Error);

    /// <summary>A line of the names file names nothing.</summary>
    public static readonly SchemaRule NamesLineUnused = new("JA2061", "Line of schema.names applies to nothing",
        "The schema has no '{0}'", SchemaSeverity.Warning);

    /// <summary>A chosen name is no C# name.</summary>
    public static readonly SchemaRule ChosenNameInvalid = new("JA2062", "Chosen name not usable",
        "'{0}' cannot be a name here: begin with an upper-case letter, then letters, digits and underscores", SchemaSeverity.Error);

    /// <summary>A chosen name is taken.</summary>
    public static readonly SchemaRule ChosenNameRefused = new("JA2063", "Chosen name taken",
        "The name chosen for '{0}' is reserved or taken; it is '{1}' instead", SchemaSeverity.Error);

    /// <summary>Two lines of the names file name the same thing.</summary>
    public static readonly SchemaRule NamesLineRepeated = new("JA2064", "Named twice in schema.names",
        "'{0}' has a name on an earlier line", SchemaSeverity.Warning);

    /// <summary>A serialisation context in the generated models' own project.</summary>
    public static readonly SchemaRule ContextCannotSeeModels = new("JA2070", "Source-generated JSON cannot see generated models",
        "'{0}' reaches the generated model '{1}', which System.Text.Json's generator cannot see in this project; use JourneyJson.Resolver",
        SchemaSeverity.Warning);

    /// <summary>The project's C# is too old.</summary>
    public static readonly SchemaRule LanguageTooOld = new("JA2080", "C# 12 is needed",
        "The generated code needs C# 12 or later; set <LangVersion> to 12 or 'latest'", SchemaSeverity.Error);

    /// <summary>All of them.</summary>
    public static readonly EquatableArray<SchemaRule> All =
    [
        TypeNameImported, MemberReserved, NameTaken, OptionsNamedByLabel, OptionRenamed, OptionLeftOut, HasManyLeftOut,
        DerivedTypeRenamed, SetRenamed, NamesLineMalformed, NamesLineUnused, ChosenNameInvalid, ChosenNameRefused, NamesLineRepeated,
        ContextCannotSeeModels, LanguageTooOld,
    ];
}
