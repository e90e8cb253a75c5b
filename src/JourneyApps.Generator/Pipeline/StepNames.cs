namespace JourneyApps.Generator.Pipeline;

/// <summary>The names of the pipeline's steps, by which tests see what was run and what was cached.</summary>
internal static class StepNames
{
    /// <summary>The files that concern us, with their text.</summary>
    public const string Texts = nameof(Texts);

    /// <summary>What <c>application.xml</c> says.</summary>
    public const string Applications = nameof(Applications);

    /// <summary>The names that users chose, with their lines.</summary>
    public const string NamesFiles = nameof(NamesFiles);

    /// <summary>The same without positions.</summary>
    public const string Choices = nameof(Choices);

    /// <summary>The schemas as read: data model, findings, positions.</summary>
    public const string Schemas = nameof(Schemas);

    /// <summary>The data models without positions.</summary>
    public const string DataModels = nameof(DataModels);

    /// <summary>What of them decides the names of types.</summary>
    public const string Outlines = nameof(Outlines);

    /// <summary>The names of types.</summary>
    public const string TypeNames = nameof(TypeNames);

    /// <summary>The data models with the names of all types.</summary>
    public const string Types = nameof(Types);

    /// <summary>What is to be generated from which file.</summary>
    public const string Plan = nameof(Plan);

    /// <summary>The models of each file to be generated, with what they depend on.</summary>
    public const string Drafts = nameof(Drafts);

    /// <summary>The same with all members named.</summary>
    public const string Named = nameof(Named);

    /// <summary>What is emitted, file by file.</summary>
    public const string ModelFiles = nameof(ModelFiles);

    /// <summary>The client of each schema.</summary>
    public const string Clients = nameof(Clients);

    /// <summary>All findings at their places.</summary>
    public const string Findings = nameof(Findings);

    /// <summary>Whether the project can have generated code at all.</summary>
    public const string Project = nameof(Project);

    /// <summary>JSON contexts of the project, and the names that they reach.</summary>
    public const string Contexts = nameof(Contexts);

    /// <summary>All of them.</summary>
    public static readonly string[] All =
    [
        Texts, Applications, NamesFiles, Choices, Schemas, DataModels, Outlines, TypeNames, Types, Plan, Drafts, Named, ModelFiles, Clients, Findings,
        Project, Contexts,
    ];
}
