using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace JourneyApps.Emulator.Models;

/// <summary>The API's JSON form of a data model (retrieve-app-data-model page), which has neither media nor indexes nor webhooks.</summary>
internal static class DataModelJson
{
    /// <summary>The body of <c>datamodel.json</c> and the hash in it.</summary>
    public static (byte[] Json, string Hash) Write(DataModel dataModel, string? appUser)
    {
        JsonObject root = new()
        {
            ["models"] = Named(dataModel.Models, model => model.Name, model => ModelOf(dataModel, model)),
            ["app_user"] = appUser,
        };
        string hash = Hex.Lower(SHA256.HashData(Bytes(root)))[..40];
        root["datamodel_hash"] = hash;
        return (Bytes(root), hash);
    }

    private static byte[] Bytes(JsonObject root) => JsonSerializer.SerializeToUtf8Bytes(root, JsonText.Options);

    private static JsonObject Named<T>(IEnumerable<T> items, Func<T, string> nameOf, Func<T, JsonObject> write)
    {
        JsonObject named = [];
        foreach (T item in items) named[nameOf(item)] = write(item);
        return named;
    }

    private static JsonObject ModelOf(DataModel dataModel, Model model) => new()
    {
        ["name"] = model.Name,
        ["label"] = model.Label,
        ["display"] = model.Display,
        ["fields"] = Named(model.Fields, field => field.Name, FieldOf),
        ["belongs_to"] = Named(
            model.BelongsTo, link => link.Name, link => LinkOf(link.Name, link.Model, InverseOf(dataModel, model, link))),
        ["has_many"] = Named(
            model.HasMany, link => link.Name, link => LinkOf(link.Name, link.Model, dataModel.FindInverse(model, link)?.Name)),
    };

    private static JsonObject FieldOf(Field field)
    {
        var type = FieldTypeInfo.Of(field.Type);
        JsonObject json = new() { ["name"] = field.Name, ["label"] = field.Label, ["type"] = type.Word };
        if (type.HasSubtype && field.Subtype is not null) json["subtype"] = field.Subtype;
        IEnumerable<FieldOption> options = field.Options;
        if (field.Options.Count > 0) json["options"] = new JsonArray([.. options.Select(option => OptionOf(type.Form, option))]);
        return json;
    }

    private static JsonObject OptionOf(FieldForm keyForm, FieldOption option)
    {
        JsonValue? key = keyForm == FieldForm.Boolean ? JsonValue.Create(option.Key == "true")
            : option.Number is { } number ? JsonValue.Create(number)
            : JsonValue.Create(option.Key);
        return new() { ["key"] = key, ["display"] = option.Label };
    }

    private static JsonObject LinkOf(string name, string model, string? inverseOf)
        => new() { ["model"] = model, ["name"] = name, ["inverse_of"] = inverseOf };

    private static string? InverseOf(DataModel dataModel, Model model, BelongsTo link)
    {
        if (dataModel.FindModel(link.Model) is not { } other) return null;
        foreach (HasMany candidate in other.HasMany)
        {
            if (candidate.Model == model.Name && dataModel.FindInverse(other, candidate) == link) return candidate.Name;
        }

        return null;
    }
}
