using System.Globalization;
using JourneyApps.Generator.Naming;
using JourneyApps.Schema;
using JourneyApps.Schema.Reading;

namespace JourneyApps.Generator.Pipeline;

/// <summary>Divides a schema into the files to be generated, each model with all that it depends on.</summary>
internal static class Drafts
{
    /// <summary>Up to this many models each has a file of its own.</summary>
    public const int MaxSingleFiles = 128;

    /// <summary>
    /// Beyond, models share this many files by a stable hash, so that a new model disturbs one file. Each file costs every run of the
    /// compiler 0.44 KiB even when nothing changed; this many keep an edit of code below 64 KiB.
    /// </summary>
    public const int Buckets = 112;

    /// <summary>The files of a schema.</summary>
    /// <param name="types">The schema.</param>
    /// <param name="plan">What is generated.</param>
    public static IEnumerable<DraftFile> Make(SchemaTypes types, Plan plan)
    {
        if (plan.FateOf(types.Schema.Path) != SchemaFate.Generated || types.Models.Count == 0) return [];
        ModelDraft[] drafts = ModelDrafts.Make(types);
        return types.Schema.DataModel.Models.Count <= MaxSingleFiles ? OneEach(types.Schema, drafts) : Shared(types.Schema, drafts);
    }

    // The compiler compares files by their position: a model with a fault keeps its place, as a file without models, or every model
    // behind it would be emitted again each time a half-typed line breaks it.
    private static DraftFile[] OneEach(SchemaModels schema, ModelDraft[] drafts)
    {
        var files = new DraftFile[schema.DataModel.Models.Count];
        var folded = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (ModelDraft draft in drafts)
        {
            folded.TryGetValue(draft.Names.Class, out int count);
            folded[draft.Names.Class] = count + 1;
        }

        int next = 0;
        for (int i = 0; i < files.Length; i++)
        {
            if (next == drafts.Length || drafts[next].Model.Name != schema.DataModel.Models[i].Name)
            {
                files[i] = new DraftFile("", schema.Path, schema.Settings, []);
                continue;
            }

            ModelDraft draft = drafts[next++];
            string hint = HintNames.ForModel(schema.Settings.Client, draft.Names.Class, isAmbiguous: folded[draft.Names.Class] > 1);
            files[i] = new DraftFile(hint, schema.Path, schema.Settings, [draft]);
        }

        return files;
    }

    private static IEnumerable<DraftFile> Shared(SchemaModels schema, ModelDraft[] drafts)
    {
        var buckets = new List<ModelDraft>?[Buckets];
        foreach (ModelDraft draft in drafts) (buckets[HintNames.Hash(draft.Model.Name) % Buckets] ??= []).Add(draft);
        for (int i = 0; i < Buckets; i++)
        {
            if (buckets[i] is not { } models) continue;
            string hint = HintNames.ForPart(schema.Settings.Client, i.ToString("x2", CultureInfo.InvariantCulture));
            yield return new DraftFile(hint, schema.Path, schema.Settings, models.ToEquatableArray());
        }
    }
}
