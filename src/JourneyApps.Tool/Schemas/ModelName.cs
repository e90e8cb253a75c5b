using JourneyApps.Schema;
using JourneyApps.Tool.CommandLine;

namespace JourneyApps.Tool.Schemas;

/// <summary>Finds models by the names that users type.</summary>
internal static class ModelName
{
    /// <exception cref="ToolException">There is none of that name.</exception>
    public static Model Find(DataModel dataModel, string name) => dataModel.FindModel(name)
        ?? throw new ToolException($"there is no model '{name}'. There are: {string.Join(", ", dataModel.Models.Select(model => model.Name))}.");
}
