using System.Globalization;
using JourneyApps.Generator.Specs;
using JourneyApps.Schema.Text;

namespace JourneyApps.Generator.Planning;

/// <summary>Distributes the models of a schema over the generated files.</summary>
internal static class ModelFilePartitioner
{
    /// <summary>Up to this number of models, each model has a separate file.</summary>
    public const int MaxSingleFiles = 128;

    /// <summary>Larger schemas share this many files by a stable hash of the model's name, so that a new model changes one file. Each file
    /// costs every run of the compiler 0.44 KiB even if nothing changed; with this number an edit of code stays below 64 KiB.</summary>
    public const int Buckets = 112;

    /// <summary>The files of a schema.</summary>
    public static IEnumerable<ModelFile<ModelInputs>> Partition(
        NamedSchema schema, GenerationPlan plan, CancellationToken cancellation)
    {
        if (!plan.Generates(schema) || schema.Types.Models.Count == 0) return [];
        IEnumerable<ModelInputs?> models = ModelInputs.OfSchema(schema.Schema.DataModel, schema.Types, cancellation);
        return schema.Schema.DataModel.Models.Count <= MaxSingleFiles ? OnePerModel(schema, models) : Shared(schema, models);
    }

    // The compiler compares files by position. A model with an error keeps its place as a file without models; otherwise all later models
    // would be emitted again each time a half-typed line is an error.
    private static IEnumerable<ModelFile<ModelInputs>> OnePerModel(NamedSchema schema, IEnumerable<ModelInputs?> models)
    {
        var counts = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (ModelTypeNames names in schema.Types.Models)
        {
            counts.TryGetValue(names.Class, out int count);
            counts[names.Class] = count + 1;
        }

        string client = schema.Schema.Settings.Client;
        return models.Select(model => model is null
            ? FileOf(schema, "", [])
            : FileOf(schema, HintNames.ForModel(client, model.Names.Class, isAmbiguous: counts[model.Names.Class] > 1), [model]));
    }

    private static IEnumerable<ModelFile<ModelInputs>> Shared(NamedSchema schema, IEnumerable<ModelInputs?> models)
    {
        var buckets = new List<ModelInputs>?[Buckets];
        foreach (ModelInputs? model in models)
        {
            if (model is not null) (buckets[Fnv1a.Hash(model.Model.Name.AsSpan()) % Buckets] ??= []).Add(model);
        }

        for (int i = 0; i < Buckets; i++)
        {
            if (buckets[i] is not { } bucket) continue;
            string part = i.ToString("x2", CultureInfo.InvariantCulture);
            yield return FileOf(schema, HintNames.ForPart(schema.Schema.Settings.Client, part), bucket.ToEquatableArray());
        }
    }

    private static ModelFile<ModelInputs> FileOf(NamedSchema schema, string hintName, EquatableArray<ModelInputs> models)
        => new(hintName, schema.Schema.Path, schema.Schema.Settings, models);
}
