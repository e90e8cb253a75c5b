using System.Text.Json;
using JourneyApps.Deployments;

namespace JourneyApps.Internal.Features.Deployments;

/// <summary>Reads <c>datamodel.json</c>.</summary>
internal static class DataModelReader
{
    /// <summary>Reads the data model.</summary>
    /// <exception cref="JsonException">It is malformed, or has no models.</exception>
    internal static DeployedDataModel Read(JsonElement root, string? entityTag)
        => root.Member("models").ValueKind != JsonValueKind.Object
            ? throw new JsonException("The data model has no models.")
            : new DeployedDataModel([.. root.Members("models").Select(static model => Model(model.Name, model.Value))])
            {
                Hash = root.Text("datamodel_hash"),
                AppUserModel = root.Text("app_user"),
                EntityTag = entityTag,
            };

    private static DeployedModel Model(string name, JsonElement model) => new(
        name,
        [.. model.Members("fields").Select(static field => Field(field.Name, field.Value))],
        [.. model.Members("belongs_to").Select(Relationship)],
        [.. model.Members("has_many").Select(Relationship)])
    {
        Label = model.Text("label"),
        DisplayFormat = model.Text("display"),
    };

    private static DeployedField Field(string name, JsonElement field) => new(name, field.Text("type") ?? "")
    {
        Label = field.Text("label"),
        Subtype = field.Text("subtype"),
        Options = [.. field.Items("options").Select(Option)],
    };

    private static KeyValuePair<string, string> Option(JsonElement option)
    {
        RecordValue key = new(option.Member("key"));
        return KeyValuePair.Create(key.Text ?? "", option.Text("display") ?? "");
    }

    private static DeployedRelationship Relationship(JsonProperty relationship)
        => new(relationship.Name, relationship.Value.Text("model") ?? "", relationship.Value.Text("inverse_of"));
}
