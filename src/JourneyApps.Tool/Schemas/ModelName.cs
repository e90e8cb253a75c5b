namespace JourneyApps.Tool.Schemas;

/// <summary>Finds models by name.</summary>
internal static class ModelName
{
    /// <summary>Finds a model.</summary>
    /// <param name="dataModel">The data model.</param>
    /// <param name="name">The model's name.</param>
    /// <param name="advice">The last sentence of the error message.</param>
    /// <exception cref="ToolException">There is no such model.</exception>
    public static Model Find(DataModel dataModel, string name, string advice = "") => dataModel.FindModel(name)
        ?? throw new ToolException($"there is no model '{name}'. The models are: "
            + $"{string.Join(", ", dataModel.Models.Select(model => model.Name))}.{advice}");
}
