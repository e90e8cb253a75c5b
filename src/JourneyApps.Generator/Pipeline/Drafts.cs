using System.Globalization;
using JourneyApps.Generator.Naming;
using JourneyApps.Generator.Specs;
using JourneyApps.Schema;

namespace JourneyApps.Generator.Pipeline;

/// <summary>Divides a schema into the files to be generated, each model with all that it depends on.</summary>
internal static class Drafts
{
    /// <summary>
    /// Up to this many models each has a file of its own. Beyond, models share this many files by a stable hash: each file costs every run
    /// of the compiler something, and adding a model then disturbs one file.
    /// </summary>
    public const int MaxFiles = 128;

    /// <summary>The files of a schema.</summary>
    /// <param name="types">The schema.</param>
    /// <param name="plan">What is generated.</param>
    public static IEnumerable<DraftFile> Make(SchemaTypes types, Plan plan)
    {
        if (plan.FateOf(types.Schema.Path) != SchemaFate.Generated || types.Models.Count == 0) return [];
        ModelDraft[] drafts = ModelDrafts.Make(types);
        return drafts.Length <= MaxFiles ? OneEach(types.Schema, drafts) : Buckets(types.Schema, drafts);
    }

    private static DraftFile[] OneEach(SchemaModels schema, ModelDraft[] drafts)
    {
        var files = new DraftFile[drafts.Length];
        var folded = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (ModelDraft draft in drafts)
        {
            folded.TryGetValue(draft.Names.Class, out int count);
            folded[draft.Names.Class] = count + 1;
        }

        for (int i = 0; i < files.Length; i++)
        {
            string name = drafts[i].Names.Class;
            string hint = HintNames.ForModel(schema.Settings.Client, name, isAmbiguous: folded[name] > 1);
            files[i] = new DraftFile(hint, schema.Path, schema.Settings, [drafts[i]]);
        }

        return files;
    }

    private static IEnumerable<DraftFile> Buckets(SchemaModels schema, ModelDraft[] drafts)
    {
        var buckets = new List<ModelDraft>?[MaxFiles];
        foreach (ModelDraft draft in drafts) (buckets[HintNames.Hash(draft.Model.Name) % MaxFiles] ??= []).Add(draft);
        for (int i = 0; i < MaxFiles; i++)
        {
            if (buckets[i] is not { } models) continue;
            string hint = HintNames.ForPart(schema.Settings.Client, "Models" + i.ToString("D3", CultureInfo.InvariantCulture));
            yield return new DraftFile(hint, schema.Path, schema.Settings, models.ToEquatableArray());
        }
    }
}
