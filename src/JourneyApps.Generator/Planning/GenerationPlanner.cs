using System.Collections.Immutable;
using JourneyApps.Generator.Diagnostics;
using JourneyApps.Generator.Inputs;

namespace JourneyApps.Generator.Planning;

/// <summary>Decides what is generated from which file.</summary>
internal static class GenerationPlanner
{
    /// <summary>Makes the plan of a project.</summary>
    public static GenerationPlan Make(ImmutableArray<NamedSchema> schemas, ProjectFacts project, CancellationToken cancellation)
    {
        if (!project.IsEnabled) return new GenerationPlan([], []);
        var files = new List<(string Path, SchemaDisposition Disposition)>(schemas.Length);
        var diagnostics = new List<LocatedDiagnostic>(project.Diagnostics);
        bool canGenerate = diagnostics.Count == 0;
        Dictionary<string, string> xmlByFolder = XmlByFolder(schemas);
        var taken = new TakenNames();
        for (int i = 0; i < schemas.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            SchemaDisposition disposition = Decide(schemas[i], xmlByFolder, taken, diagnostics, cancellation);
            bool isLast = i == schemas.Length - 1;
            if (disposition == SchemaDisposition.Generate && !isLast) taken.Add(schemas[i], cancellation);
            if (disposition == SchemaDisposition.Generate && !canGenerate) disposition = SchemaDisposition.ValidateOnly;
            files.Add((schemas[i].Schema.Path, disposition));
        }

        if (files.TrueForAll(static file => file.Disposition == SchemaDisposition.Ignore) && diagnostics.Count == 0)
        {
            diagnostics.Add(new(ConfigurationRules.NoSchema, [], "", null));
        }

        return new GenerationPlan(files.ToEquatableArray(), diagnostics.ToEquatableArray());
    }

    private static SchemaDisposition Decide(
        NamedSchema named,
        Dictionary<string, string> xmlByFolder,
        TakenNames taken,
        List<LocatedDiagnostic> diagnostics,
        CancellationToken cancellation)
    {
        SchemaSnapshot schema = named.Schema;
        string name = Path.GetFileName(schema.Path);
        void Report(SchemaRule rule, params string[] arguments)
            => diagnostics.Add(new(rule, arguments.ToEquatableArray(), schema.Path, null));

        if (!schema.HasRoot)
        {
            Report(ConfigurationRules.SchemaEmpty, name);
            return SchemaDisposition.Ignore;
        }

        if (!schema.IsSchema) return schema.IsNamed ? SchemaDisposition.ValidateOnly : SchemaDisposition.Ignore;

        // A JSON file that the project names is used even if there is an XML file.
        bool isFound = !schema.IsNamed && FileRoles.IsJson(schema.Path);
        if (isFound && xmlByFolder.TryGetValue(FileRoles.FolderOf(schema.Path), out string? xml))
        {
            Report(ConfigurationRules.JsonBesideXml, name, Path.GetFileName(xml));
            return SchemaDisposition.Ignore;
        }

        if (taken.FileOfClient(schema.Settings.Client) is { } other)
        {
            Report(ConfigurationRules.ClientTwice, name, schema.Settings.Client, other);
            return SchemaDisposition.ValidateOnly;
        }

        if (taken.FindShared(named, cancellation) is { } shared)
        {
            Report(ConfigurationRules.TypeTwice, name, shared.Type, schema.Settings.Namespace, shared.File);
            return SchemaDisposition.ValidateOnly;
        }

        return SchemaDisposition.Generate;
    }

    /// <summary>The first XML schema of each folder.</summary>
    private static Dictionary<string, string> XmlByFolder(ImmutableArray<NamedSchema> schemas)
    {
        var paths = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (NamedSchema named in schemas)
        {
            SchemaSnapshot schema = named.Schema;
            if (!schema.IsSchema || FileRoles.IsJson(schema.Path)) continue;
            string folder = FileRoles.FolderOf(schema.Path);
            if (!paths.ContainsKey(folder)) paths.Add(folder, schema.Path);
        }

        return paths;
    }
}
