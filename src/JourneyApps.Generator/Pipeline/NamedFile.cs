using JourneyApps.Generator.Naming;
using JourneyApps.Generator.Specs;
using JourneyApps.Schema;
using JourneyApps.Schema.Reading;

namespace JourneyApps.Generator.Pipeline;

/// <summary>One generated file with all names decided.</summary>
/// <param name="Path">The schema that it comes from.</param>
/// <param name="File">What is emitted.</param>
/// <param name="Findings">What is worth knowing about the names of members.</param>
internal sealed record NamedFile(string Path, ModelFile File, EquatableArray<NameFinding> Findings)
{
    /// <summary>Names the members of the models of a file.</summary>
    /// <param name="draft">The file.</param>
    /// <param name="cancellation">Stops between two models.</param>
    public static NamedFile Make(DraftFile draft, CancellationToken cancellation)
    {
        var models = new ModelSpec[draft.Models.Count];
        var findings = new List<NameFinding>();
        for (int i = 0; i < models.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            NamedModel named = ModelNamer.Name(draft.Models[i]);
            models[i] = named.Spec;
            findings.AddRange(named.Findings);
        }

        var file = new ModelFile(draft.HintName, draft.Settings, EquatableArray.Adopt(models));
        return new NamedFile(draft.Path, file, findings.ToEquatableArray());
    }
}
