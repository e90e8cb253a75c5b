using JourneyApps.Generator.Naming;
using JourneyApps.Schema;

namespace JourneyApps.Generator.Pipeline;

/// <summary>A file of chosen names, read.</summary>
/// <param name="Path">The file.</param>
/// <param name="Lines">Its lines that could be understood.</param>
/// <param name="Findings">Those that could not.</param>
internal sealed record NamesFile(string Path, EquatableArray<NamesLine> Lines, EquatableArray<LocatedFinding> Findings)
{
    /// <summary>The choices without positions.</summary>
    public SchemaChoices WithoutPositions()
    {
        var names = new ChosenName[Lines.Count];
        for (int i = 0; i < names.Length; i++) names[i] = Lines[i].Choice;
        return new SchemaChoices(FileRoles.StemOf(Path), new ChosenNames(EquatableArray.Adopt(names)));
    }
}
