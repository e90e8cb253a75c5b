using JourneyApps.Generator.Specs;

namespace JourneyApps.Generator.Inputs;

/// <summary>A schema without positions: equal as long as the generated code is.</summary>
/// <param name="Path">The file.</param>
/// <param name="IsNamed">Whether the project names the file as a schema.</param>
/// <param name="HasRoot">Whether the text has a root element.</param>
/// <param name="IsSchema">Whether the file is a JourneyApps data model.</param>
/// <param name="Settings">The settings of its code.</param>
/// <param name="DataModel">The data model; empty if the file is not one.</param>
/// <param name="FaultyModels">The models with errors; they are not generated.</param>
internal sealed record SchemaSnapshot(
    string Path,
    bool IsNamed,
    bool HasRoot,
    bool IsSchema,
    SchemaSettings Settings,
    DataModel DataModel,
    IReadOnlyList<string> FaultyModels);
