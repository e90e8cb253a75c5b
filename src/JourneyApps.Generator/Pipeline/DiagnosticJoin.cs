using System.Collections.Immutable;
using JourneyApps.Generator.Diagnostics;
using JourneyApps.Generator.Inputs;
using JourneyApps.Generator.Planning;
using JourneyApps.Schema;
using JourneyApps.Schema.Naming;

namespace JourneyApps.Generator.Pipeline;

/// <summary>Joins diagnostics with positions. No other step depends on both, so a moved position reruns nothing else.</summary>
internal static class DiagnosticJoin
{
    /// <summary>All diagnostics about one schema, with their positions.</summary>
    /// <param name="file">The schema with positions.</param>
    /// <param name="naming">The naming diagnostics of all schemas, by path.</param>
    /// <param name="overrides">The name overrides with positions.</param>
    /// <param name="plan">The plan.</param>
    public static EquatableArray<LocatedDiagnostic> Locate(
        ParsedSchemaFile file,
        ImmutableArray<(string Path, EquatableArray<NamingDiagnostic> Diagnostics)> naming,
        EquatableArray<(string Path, NameOverrideFile File)> overrides,
        GenerationPlan plan)
    {
        SchemaDisposition disposition = plan.DispositionOf(file.Path);
        if (disposition == SchemaDisposition.Ignore) return [];
        var located = new List<LocatedDiagnostic>(file.Settings.Diagnostics);
        located.AddRange(file.Schema.Diagnostics.Select(found => LocatedIn(file.Path, found)));
        if (disposition != SchemaDisposition.Generate) return located.ToEquatableArray();

        string stem = FileRoles.StemOf(file.Path);
        (string overridePath, NameOverrideFile? overrideFile) = overrides.LastOrDefault(candidate => FileRoles.StemOf(candidate.Path) == stem);
        if (overrideFile is not null) located.AddRange(overrideFile.Diagnostics.Select(found => LocatedIn(overridePath, found)));
        foreach ((string path, EquatableArray<NamingDiagnostic> diagnostics) in naming)
        {
            if (path != file.Path) continue;
            foreach (NamingDiagnostic found in diagnostics)
            {
                located.Add(found.Element is { } element
                    ? new(found.Rule, found.Arguments, file.Path, file.Schema.Positions.TryFind(element, out TextRange? range) ? range : null)
                    : new(found.Rule, found.Arguments, overridePath, overrideFile?.FindRange(found.OverrideKey)));
            }
        }

        return located.ToEquatableArray();
    }

    private static LocatedDiagnostic LocatedIn(string path, SchemaDiagnostic found) => new(found.Rule, found.Arguments, path, found.Range);
}
