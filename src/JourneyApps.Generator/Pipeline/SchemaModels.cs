using JourneyApps.Schema;

namespace JourneyApps.Generator.Pipeline;

/// <summary>A schema without positions.</summary>
/// <param name="Path">The file.</param>
/// <param name="IsNamed">Whether the project calls it a schema.</param>
/// <param name="HasRoot">Whether the text has a root element at all.</param>
/// <param name="IsSchema">Whether it is a JourneyApps data model.</param>
/// <param name="Settings">The settings of its code.</param>
/// <param name="DataModel">What it declares.</param>
/// <param name="FaultyModels">The models with an error of their own; they are not generated.</param>
internal sealed record SchemaModels(
    string Path,
    bool IsNamed,
    bool HasRoot,
    bool IsSchema,
    SchemaSettings Settings,
    DataModel DataModel,
    EquatableArray<string> FaultyModels)
{
    /// <summary>The models that are generated, in the schema's order.</summary>
    public EquatableArray<Model> Generated()
    {
        if (!IsSchema) return [];
        if (FaultyModels.Count == 0) return DataModel.Models;
        var faulty = new HashSet<string>(FaultyModels, StringComparer.Ordinal);
        return DataModel.Models.Where(model => !faulty.Contains(model.Name)).ToEquatableArray();
    }
}
