using System.Collections.Immutable;
using JourneyApps.Generator.Naming;
using JourneyApps.Schema;

namespace JourneyApps.Generator.Pipeline;

/// <summary>Brings findings and positions together: the only step that sees both, so that a moved position starts nothing else.</summary>
internal static class FindingsJoin
{
    /// <summary>All findings about one schema, at their places.</summary>
    /// <param name="file">The schema with its positions.</param>
    /// <param name="types">The findings about types of all schemas.</param>
    /// <param name="members">The findings about members of all generated files.</param>
    /// <param name="names">The names files with their positions.</param>
    /// <param name="plan">What is generated.</param>
    public static EquatableArray<LocatedFinding> Make(
        SchemaFile file,
        ImmutableArray<FindingsOf> types,
        ImmutableArray<FindingsOf> members,
        EquatableArray<NamesFile> names,
        Plan plan)
    {
        SchemaFate fate = plan.FateOf(file.Path);
        if (fate == SchemaFate.Ignored) return [];
        var located = new List<LocatedFinding>(file.Settings.Findings);
        foreach (SchemaDiagnostic finding in file.Schema.Diagnostics)
        {
            located.Add(new(finding.Rule, finding.Arguments, file.Path, finding.Range));
        }

        if (fate == SchemaFate.Generated)
        {
            NamesFile? ofSchema = null;
            foreach (NamesFile candidate in names)
            {
                if (FileRoles.StemOf(candidate.Path) == FileRoles.StemOf(file.Path)) ofSchema = candidate;
            }

            if (ofSchema is not null) located.AddRange(ofSchema.Findings);
            Add(located, file, ofSchema, types);
            Add(located, file, ofSchema, members);
        }

        return located.ToEquatableArray();
    }

    private static void Add(List<LocatedFinding> located, SchemaFile file, NamesFile? names, ImmutableArray<FindingsOf> all)
    {
        foreach (FindingsOf part in all)
        {
            if (part.Path != file.Path) continue;
            foreach (NameFinding finding in part.Findings) located.Add(Locate(finding, file, names));
        }
    }

    private static LocatedFinding Locate(NameFinding finding, SchemaFile file, NamesFile? names)
    {
        TextRange? range = null;
        if (finding.Element is { } element)
        {
            file.Schema.Positions.TryFind(element, out range);
            return new(finding.Rule, finding.Arguments, file.Path, range);
        }

        if (names is null) return new(finding.Rule, finding.Arguments, file.Path, null);
        foreach (NamesLine line in names.Lines)
        {
            if (line.Choice.Key == finding.NamesKey) range = line.Range;
        }

        return new(finding.Rule, finding.Arguments, names.Path, range);
    }
}
