namespace JourneyApps.Tool.Schemas;

/// <summary>Finds models by name.</summary>
internal static class ModelName
{
    /// <exception cref="ToolException">There is no such model.</exception>
    public static Model Find(DataModel dataModel, string name) => dataModel.FindModel(name)
        ?? throw new ToolException($"there is no model '{name}'. The models are: "
            + $"{string.Join(", ", dataModel.Models.Select(model => model.Name))}.");
}
