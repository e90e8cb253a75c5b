using System.Collections.Immutable;
using JourneyApps.Generator.Diagnostics;
using JourneyApps.Generator.Specs;
using JourneyApps.Schema;
using JourneyApps.Schema.Reading;

namespace JourneyApps.Generator.Pipeline;

/// <summary>Decides what is generated from which file.</summary>
internal static class Planner
{
    /// <summary>Decides.</summary>
    /// <param name="schemas">The schemas of the project.</param>
    /// <param name="project">The project.</param>
    public static Plan Make(ImmutableArray<SchemaTypes> schemas, ProjectFacts project)
    {
        if (!project.IsEnabled) return new Plan([], []);
        var entries = new List<PlanEntry>(schemas.Length);
        var findings = new List<LocatedFinding>(project.Findings);
        bool canGenerate = findings.Count == 0;
        var generated = new List<SchemaTypes>(schemas.Length);
        foreach (SchemaTypes schema in schemas)
        {
            SchemaFate fate = Decide(schema, schemas, generated, findings);
            if (fate == SchemaFate.Generated) generated.Add(schema);
            if (fate == SchemaFate.Generated && !canGenerate) fate = SchemaFate.Judged;
            entries.Add(new PlanEntry(schema.Schema.Path, fate));
        }

        if (entries.TrueForAll(static entry => entry.Fate == SchemaFate.Ignored) && findings.Count == 0)
        {
            findings.Add(new(ConfigurationRules.NoSchema, [], "", null));
        }

        return new Plan(entries.ToEquatableArray(), findings.ToEquatableArray());
    }

    private static SchemaFate Decide(
        SchemaTypes types, ImmutableArray<SchemaTypes> all, List<SchemaTypes> before, List<LocatedFinding> findings)
    {
        SchemaModels schema = types.Schema;
        string name = Path.GetFileName(schema.Path);

        void Find(SchemaRule rule, params string[] arguments) =>
            findings.Add(new(rule, EquatableArray.Adopt(arguments), schema.Path, null));

        if (!schema.HasRoot)
        {
            Find(ConfigurationRules.SchemaEmpty, name);
            return SchemaFate.Ignored;
        }

        if (!schema.IsSchema) return schema.IsNamed ? SchemaFate.Judged : SchemaFate.Ignored;

        if (XmlBeside(schema, all) is { } xml)
        {
            Find(ConfigurationRules.JsonBesideXml, name, Path.GetFileName(xml));
            return SchemaFate.Ignored;
        }

        foreach (SchemaTypes other in before)
        {
            SchemaSettings settings = schema.Settings;
            string otherName = Path.GetFileName(other.Schema.Path);
            if (string.Equals(other.Schema.Settings.Client, settings.Client, StringComparison.OrdinalIgnoreCase))
            {
                Find(ConfigurationRules.ClientTwice, name, settings.Client, otherName);
                return SchemaFate.Judged;
            }

            if (SharedType(types, other) is { } shared)
            {
                Find(ConfigurationRules.TypeTwice, name, shared, settings.Namespace, otherName);
                return SchemaFate.Judged;
            }
        }

        return SchemaFate.Generated;
    }

    private static string? XmlBeside(SchemaModels schema, ImmutableArray<SchemaTypes> all)
    {
        if (schema.IsNamed || !FileRoles.IsJson(schema.Path)) return null;
        string folder = FileRoles.FolderOf(schema.Path);
        foreach (SchemaTypes other in all)
        {
            SchemaModels candidate = other.Schema;
            if (candidate.IsSchema && !FileRoles.IsJson(candidate.Path) && FileRoles.FolderOf(candidate.Path) == folder)
            {
                return candidate.Path;
            }
        }

        return null;
    }

    private static string? SharedType(SchemaTypes types, SchemaTypes other)
    {
        if (types.Schema.Settings.Namespace != other.Schema.Settings.Namespace) return null;
        var taken = new HashSet<string>(AllTypes(other), StringComparer.Ordinal);
        foreach (string name in AllTypes(types))
        {
            if (taken.Contains(name)) return name;
        }

        return null;
    }

    private static IEnumerable<string> AllTypes(SchemaTypes types)
    {
        yield return types.Schema.Settings.Client;
        foreach (ModelTypeNames names in (IEnumerable<ModelTypeNames>)types.Names)
        {
            yield return names.Class;
            yield return names.Fields;
            yield return names.Set;
            foreach (string name in (IEnumerable<string>)names.Enums) yield return name;
        }
    }
}
