namespace JourneyApps.Tool.Schemas;

/// <summary>Finds models by name.</summary>
internal static class ModelName
{
    /// <summary>Finds several models, each once.</summary>
    /// <param name="dataModel">The data model.</param>
    /// <param name="names">The names of the models; none for all.</param>
    /// <exception cref="ToolException">The data model has no model with one of the names.</exception>
    public static Model[] FindAll(DataModel dataModel, IReadOnlyCollection<string> names)
        => names.Count == 0 ? [.. dataModel.Models] : [.. names.Distinct().Select(name => Find(dataModel, name))];

    /// <summary>Finds a model.</summary>
    /// <param name="dataModel">The data model.</param>
    /// <param name="name">The model's name.</param>
    /// <param name="advice">The last sentence of the error message.</param>
    /// <exception cref="ToolException">There is no such model.</exception>
    public static Model Find(DataModel dataModel, string name, string advice = "") => dataModel.FindModel(name)
        ?? throw new ToolException($"there is no model '{name}'. The models are: "
            + $"{string.Join(", ", dataModel.Models.Select(model => model.Name))}.{advice}");
}
