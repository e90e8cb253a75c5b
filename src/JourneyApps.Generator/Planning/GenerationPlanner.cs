using System.Collections.Immutable;
using JourneyApps.Generator.Diagnostics;
using JourneyApps.Generator.Inputs;

namespace JourneyApps.Generator.Planning;

/// <summary>Decides what is generated from which file.</summary>
internal static class GenerationPlanner
{
    /// <summary>Makes the plan of a project.</summary>
    public static GenerationPlan Make(ImmutableArray<NamedSchema> schemas, ProjectFacts project)
    {
        if (!project.IsEnabled) return new GenerationPlan([], []);
        var files = new List<(string Path, SchemaDisposition Disposition)>(schemas.Length);
        var diagnostics = new List<LocatedDiagnostic>(project.Diagnostics);
        bool canGenerate = diagnostics.Count == 0;
        var generated = new List<NamedSchema>(schemas.Length);
        foreach (NamedSchema schema in schemas)
        {
            SchemaDisposition disposition = Decide(schema, schemas, generated, diagnostics);
            if (disposition == SchemaDisposition.Generate) generated.Add(schema);
            if (disposition == SchemaDisposition.Generate && !canGenerate) disposition = SchemaDisposition.ValidateOnly;
            files.Add((schema.Schema.Path, disposition));
        }

        if (files.TrueForAll(static file => file.Disposition == SchemaDisposition.Ignore) && diagnostics.Count == 0)
        {
            diagnostics.Add(new(ConfigurationRules.NoSchema, [], "", null));
        }

        return new GenerationPlan(files.ToEquatableArray(), diagnostics.ToEquatableArray());
    }

    private static SchemaDisposition Decide(
        NamedSchema named, ImmutableArray<NamedSchema> all, List<NamedSchema> earlier, List<LocatedDiagnostic> diagnostics)
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
        if (FindXmlForm(schema, all) is { } xml)
        {
            Report(ConfigurationRules.JsonBesideXml, name, Path.GetFileName(xml));
            return SchemaDisposition.Ignore;
        }

        foreach (NamedSchema other in earlier)
        {
            string otherName = Path.GetFileName(other.Schema.Path);
            if (string.Equals(other.Schema.Settings.Client, schema.Settings.Client, StringComparison.OrdinalIgnoreCase))
            {
                Report(ConfigurationRules.ClientTwice, name, schema.Settings.Client, otherName);
                return SchemaDisposition.ValidateOnly;
            }

            if (FindSharedType(named, other) is { } shared)
            {
                Report(ConfigurationRules.TypeTwice, name, shared, schema.Settings.Namespace, otherName);
                return SchemaDisposition.ValidateOnly;
            }
        }

        return SchemaDisposition.Generate;
    }

    // A JSON file that the project names is used even if there is an XML file.
    private static string? FindXmlForm(SchemaSnapshot schema, ImmutableArray<NamedSchema> all)
    {
        if (schema.IsNamed || !FileRoles.IsJson(schema.Path)) return null;
        string folder = FileRoles.FolderOf(schema.Path);
        foreach (NamedSchema other in all)
        {
            SchemaSnapshot candidate = other.Schema;
            if (candidate.IsSchema && !FileRoles.IsJson(candidate.Path) && FileRoles.FolderOf(candidate.Path) == folder)
            {
                return candidate.Path;
            }
        }

        return null;
    }

    private static string? FindSharedType(NamedSchema schema, NamedSchema other)
    {
        if (schema.Schema.Settings.Namespace != other.Schema.Settings.Namespace) return null;
        var taken = new HashSet<string>(AllTypes(other), StringComparer.Ordinal);
        return AllTypes(schema).FirstOrDefault(taken.Contains);
    }

    private static IEnumerable<string> AllTypes(NamedSchema schema)
    {
        yield return schema.Schema.Settings.Client;
        foreach (ModelTypeNames names in schema.Types.Models)
        {
            yield return names.Class;
            yield return names.Fields;
            yield return names.Set;
            foreach ((_, string name) in names.Enums) yield return name;
        }
    }
}
