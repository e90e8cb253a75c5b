using System.Collections.Immutable;
using JourneyApps.Generator.Diagnostics;
using JourneyApps.Generator.Inputs;
using JourneyApps.Generator.Planning;
using JourneyApps.Generator.Specs;

namespace JourneyApps.Generator.Pipeline;

/// <summary>The steps that collect the diagnostics.</summary>
internal static class DiagnosticSteps
{
    /// <summary>All diagnostics with their positions.</summary>
    public static IncrementalValuesProvider<LocatedDiagnostic> All(
        IncrementalValuesProvider<ParsedSchemaFile> parsed,
        IncrementalValuesProvider<NamedSchema> schemas,
        IncrementalValuesProvider<(ModelFile<ModelSpec> File, EquatableArray<NamingDiagnostic> Diagnostics)> models,
        IncrementalValueProvider<EquatableArray<(string Path, NameOverrideFile File)>> overrides,
        IncrementalValueProvider<GenerationPlan> plan)
    {
        var ofTypes = schemas
            .Select(static (schema, _) => (schema.Schema.Path, schema.Types.Diagnostics))
            .Where(static part => part.Diagnostics.Count > 0)
            .Collect();
        var ofMembers = models
            .Select(static (pair, _) => (Path: pair.File.SchemaPath, pair.Diagnostics))
            .Where(static part => part.Diagnostics.Count > 0)
            .Collect();
        var ofSchemas = parsed.Combine(ofTypes).Combine(ofMembers).Combine(overrides).Combine(plan)
            .SelectMany(static (all, cancellation) => Locate(
                all.Left.Left.Left.Left,
                all.Left.Left.Left.Right.AddRange(all.Left.Left.Right),
                all.Left.Right,
                all.Right,
                cancellation))
            .Collect();
        return plan.Combine(ofSchemas).Combine(overrides)
            .SelectMany(static (all, _)
                => all.Left.Left.Diagnostics.Concat(all.Left.Right).Concat(OverridesWithoutSchema(all.Right, all.Left.Left)))
            .WithTrackingName(StepNames.Diagnostics);
    }

    // The only step that depends on positions, so that a moved position reruns nothing else.
    private static EquatableArray<LocatedDiagnostic> Locate(
        ParsedSchemaFile file,
        ImmutableArray<(string Path, EquatableArray<NamingDiagnostic> Diagnostics)> naming,
        EquatableArray<(string Path, NameOverrideFile File)> overrides,
        GenerationPlan plan,
        CancellationToken cancellation)
    {
        SchemaDisposition disposition = plan.DispositionOf(file.Path);
        if (disposition == SchemaDisposition.Ignore) return [];
        var located = new List<LocatedDiagnostic>(file.Settings.Diagnostics);
        located.AddRange(file.Schema.Diagnostics.Select(found => LocatedIn(file.Path, found)));
        if (disposition != SchemaDisposition.Generate) return located.ToEquatableArray();

        string stem = FileRoles.StemOf(file.Path);
        (string overridePath, NameOverrideFile? overrideFile) =
            overrides.LastOrDefault(candidate => FileRoles.StemOf(candidate.Path) == stem);
        if (overrideFile is not null) located.AddRange(overrideFile.Diagnostics.Select(found => LocatedIn(overridePath, found)));
        foreach ((string path, EquatableArray<NamingDiagnostic> diagnostics) in naming)
        {
            if (path != file.Path) continue;
            foreach (NamingDiagnostic found in diagnostics)
            {
                cancellation.ThrowIfCancellationRequested();
                if (found.Element is { } element)
                {
                    file.Schema.Positions.TryFind(element, out TextRange? range);
                    located.Add(new(found.Rule, found.Arguments, file.Path, range));
                }
                else
                {
                    located.Add(new(found.Rule, found.Arguments, overridePath, overrideFile?.FindRange(found.OverrideKey)));
                }
            }
        }

        return located.ToEquatableArray();
    }

    private static LocatedDiagnostic LocatedIn(string path, SchemaDiagnostic found) => new(found.Rule, found.Arguments, path, found.Range);

    private static IEnumerable<LocatedDiagnostic> OverridesWithoutSchema(
        EquatableArray<(string Path, NameOverrideFile File)> overrides, GenerationPlan plan)
    {
        if (overrides.Count == 0) return [];
        var stems = new HashSet<string>(plan.Files.Select(static schema => FileRoles.StemOf(schema.Path)), StringComparer.Ordinal);
        return overrides
            .Where(file => !stems.Contains(FileRoles.StemOf(file.Path)))
            .Select(file => new LocatedDiagnostic(
                ConfigurationRules.OverridesWithoutSchema, [Path.GetFileName(file.Path)], file.Path, null));
    }
}
