using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace JourneyApps.Emulator.Models;

/// <summary>The API's JSON form of a data model (retrieve-app-data-model page), which has neither media nor indexes nor webhooks.
/// Members without a value are absent, and options always have a key: the platform's SDK does not accept null there.</summary>
internal static class DataModelJson
{
    /// <summary>The body of <c>datamodel.json</c> and the hash in it.</summary>
    public static (byte[] Json, string Hash) Write(DataModel dataModel, string? appUser)
    {
        Dictionary<BelongsTo, string> inverses = InversesOf(dataModel);
        JsonObject root = new()
        {
            ["models"] = Named(dataModel.Models, model => model.Name, model => ModelOf(dataModel, inverses, model)),
        };
        if (appUser is not null) root["app_user"] = appUser;
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

    private static JsonObject ModelOf(DataModel dataModel, Dictionary<BelongsTo, string> inverses, Model model)
    {
        JsonObject json = new() { ["name"] = model.Name, ["label"] = model.Label };
        if (model.Display is not null) json["display"] = model.Display;
        json["fields"] = Named(model.Fields, field => field.Name, FieldOf);
        json["belongs_to"] = Named(
            model.BelongsTo, link => link.Name, link => LinkOf(link.Name, link.Model, inverses.GetValueOrDefault(link)));
        json["has_many"] = Named(
            model.HasMany, link => link.Name, link => LinkOf(link.Name, link.Model, dataModel.FindInverse(model, link)?.Name));
        return json;
    }

    private static JsonObject FieldOf(Field field)
    {
        var type = FieldTypeInfo.Of(field.Type);
        JsonObject json = new() { ["name"] = field.Name, ["label"] = field.Label, ["type"] = type.Word };
        if (type.HasSubtype && field.Subtype is not null) json["subtype"] = field.Subtype;

        // An option without a usable key, such as one of an integer choice whose key is not a number, is left out.
        IEnumerable<FieldOption> all = field.Options;
        JsonObject[] options = [.. all.Where(option => option.Key is not null).Select(option => OptionOf(type.Form, option))];
        if (options.Length > 0) json["options"] = new JsonArray([.. options]);
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
    {
        JsonObject json = new() { ["model"] = model, ["name"] = name };
        if (inverseOf is not null) json["inverse_of"] = inverseOf;
        return json;
    }

    // The name of the has-many that resolves to a belongs-to, which may be one of a model that the belongs-to does not name.
    private static Dictionary<BelongsTo, string> InversesOf(DataModel dataModel)
    {
        Dictionary<BelongsTo, string> inverses = new(ReferenceEqualityComparer.Instance);
        foreach (Model model in dataModel.Models)
        {
            foreach (HasMany hasMany in model.HasMany)
            {
                if (dataModel.FindInverse(model, hasMany) is { } link) inverses.TryAdd(link, hasMany.Name);
            }
        }

        return inverses;
    }
}
