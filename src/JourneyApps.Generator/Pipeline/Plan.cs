using JourneyApps.Schema;

namespace JourneyApps.Generator.Pipeline;

/// <summary>What is generated from which file: the one place where the schemas of a project see each other.</summary>
/// <param name="Entries">Each schema file.</param>
/// <param name="Findings">What the user has to know about it.</param>
internal sealed record Plan(EquatableArray<PlanEntry> Entries, EquatableArray<LocatedFinding> Findings)
{
    /// <summary>What becomes of a file.</summary>
    /// <param name="path">The file.</param>
    public SchemaFate FateOf(string path)
    {
        foreach (PlanEntry entry in Entries)
        {
            if (entry.Path == path) return entry.Fate;
        }

        return SchemaFate.Ignored;
    }
}
