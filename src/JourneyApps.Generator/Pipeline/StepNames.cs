namespace JourneyApps.Generator.Pipeline;

/// <summary>The names of the pipeline's steps, by which tests find out what ran and what was cached.</summary>
internal static class StepNames
{
    /// <summary>The files with their text.</summary>
    public const string Sources = nameof(Sources);

    /// <summary>The contents of <c>application.xml</c>.</summary>
    public const string Applications = nameof(Applications);

    /// <summary>The name overrides with positions.</summary>
    public const string NameOverrideFiles = nameof(NameOverrideFiles);

    /// <summary>The name overrides without positions.</summary>
    public const string NameOverrides = nameof(NameOverrides);

    /// <summary>The parsed schemas: data model, diagnostics, positions.</summary>
    public const string ParsedSchemas = nameof(ParsedSchemas);

    /// <summary>The schemas without positions.</summary>
    public const string Snapshots = nameof(Snapshots);

    /// <summary>The inputs of type naming.</summary>
    public const string TypeNameInputs = nameof(TypeNameInputs);

    /// <summary>The names of types.</summary>
    public const string TypeNames = nameof(TypeNames);

    /// <summary>The schemas with the names of all types.</summary>
    public const string NamedSchemas = nameof(NamedSchemas);

    /// <summary>What is generated from which file.</summary>
    public const string Plan = nameof(Plan);

    /// <summary>The models of each generated file with everything they depend on.</summary>
    public const string ModelInputs = nameof(ModelInputs);

    /// <summary>The same with all members named.</summary>
    public const string NamedModels = nameof(NamedModels);

    /// <summary>The specs of each generated file.</summary>
    public const string ModelFiles = nameof(ModelFiles);

    /// <summary>The client of each schema.</summary>
    public const string Clients = nameof(Clients);

    /// <summary>All diagnostics with their positions.</summary>
    public const string Diagnostics = nameof(Diagnostics);

    /// <summary>Whether code can be generated for the project.</summary>
    public const string Project = nameof(Project);

    /// <summary>What the project gives to other source generators, and the names that they reach.</summary>
    public const string OtherGenerators = nameof(OtherGenerators);

    /// <summary>All of them.</summary>
    public static readonly string[] All =
    [
        Sources, Applications, NameOverrideFiles, NameOverrides, ParsedSchemas, Snapshots, TypeNameInputs, TypeNames, NamedSchemas, Plan,
        ModelInputs, NamedModels, ModelFiles, Clients, Diagnostics, Project, OtherGenerators,
    ];
}
