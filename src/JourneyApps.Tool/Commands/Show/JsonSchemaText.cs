using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace JourneyApps.Tool.Commands.Show;

/// <summary>Writes models as JSON Schema (draft 2020-12): objects as the API returns them.</summary>
internal static class JsonSchemaText
{
    // The output is never embedded in HTML, so labels stay readable.
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(IReadOnlyList<Model> models)
    {
        JsonObject definitions = [];
        foreach (Model model in models) definitions[model.Name] = Returned(model);
        return Text(new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$defs"] = definitions,
            ["anyOf"] = new JsonArray([.. models.Select(model => new JsonObject { ["$ref"] = $"#/$defs/{Pointer(model.Name)}" })]),
        });
    }

    public static string Text(JsonObject document) => document.ToJsonString(Options);

    /// <summary>A name in a JSON pointer.</summary>
    public static string Pointer(string name)
        => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    /// <summary>An object as the API returns it.</summary>
    public static JsonObject Returned(Model model)
    {
        JsonObject properties = new()
        {
            ["id"] = Id(null),
            ["type"] = new JsonObject { ["const"] = model.Name },
            ["updated_at"] = new JsonObject { ["type"] = "string", ["format"] = "date-time" },
            ["display"] = new JsonObject { ["type"] = "string" },
        };
        AddMembers(properties, model, isReturned: true);
        return new JsonObject
        {
            ["type"] = "object",
            ["title"] = model.Label,
            ["properties"] = properties,
            ["required"] = new JsonArray("id", "type"),
        };
    }

    /// <summary>An object as the API accepts it.</summary>
    public static JsonObject Sent(Model model)
    {
        JsonObject properties = [];
        AddMembers(properties, model, isReturned: false);
        return new JsonObject { ["type"] = "object", ["title"] = model.Label, ["properties"] = properties };
    }

    private static void AddMembers(JsonObject properties, Model model, bool isReturned)
    {
        foreach (Field field in model.Fields)
        {
            var type = FieldTypeInfo.Of(field.Type);
            if (type.IsFile && isReturned) properties[field.Name + "_id"] = Nullable(Id(null));
            if (properties.ContainsKey(field.Name)) continue;
            JsonObject value = type.IsFile ? File(type, isReturned)
                : type.HasOptions ? Choice(field, type, isReturned)
                : Plain(type);
            value = Nullable(value);
            value["title"] = field.Label;
            properties[field.Name] = value;
        }

        foreach (BelongsTo link in model.BelongsTo)
        {
            if (!properties.ContainsKey(link.Name + "_id")) properties[link.Name + "_id"] = Nullable(Id(link.Model));
        }
    }

    private static JsonObject Plain(FieldTypeInfo type) => type.Form switch
    {
        FieldForm.Text => new() { ["type"] = "string" },
        FieldForm.Integer => new() { ["type"] = "integer", ["format"] = "int64" },
        FieldForm.Number => new() { ["type"] = "number" },
        FieldForm.Boolean => new() { ["type"] = "boolean" },
        FieldForm.Date => new() { ["type"] = "string", ["format"] = "date" },
        FieldForm.DateTime => new() { ["type"] = "string", ["format"] = "date-time" },
        FieldForm.Location => Location(),
        _ => [],
    };

    private static JsonObject Location()
    {
        JsonObject properties = [];
        foreach (string part in (string[])["latitude", "longitude"]) properties[part] = new JsonObject { ["type"] = "number" };
        foreach (string part in (string[])["altitude", "horizontal_accuracy", "vertical_accuracy"])
            properties[part] = new JsonObject { ["type"] = new JsonArray("number", "null") };
        properties["timestamp"] = new JsonObject { ["type"] = new JsonArray("string", "null"), ["format"] = "date-time" };
        return new() { ["type"] = "object", ["properties"] = properties, ["required"] = new JsonArray("latitude", "longitude") };
    }

    private static JsonObject File(FieldTypeInfo type, bool isReturned)
    {
        if (!isReturned)
        {
            return new()
            {
                ["type"] = "object",
                ["properties"] = new JsonObject
                {
                    ["base64"] = new JsonObject { ["type"] = "string", ["contentEncoding"] = "base64" },
                    ["filename"] = new JsonObject { ["type"] = "string" },
                },
                ["required"] = new JsonArray("base64"),
            };
        }

        JsonObject properties = new() { ["state"] = new JsonObject { ["type"] = "string" } };
        foreach (string variant in type.FileVariants) properties[variant] = new JsonObject { ["type"] = "string", ["format"] = "uri" };
        return new() { ["type"] = "object", ["properties"] = properties };
    }

    // The API returns an option with its label and takes its key.
    private static JsonObject Choice(Field field, FieldTypeInfo type, bool isReturned)
    {
        JsonObject key = Plain(type);
        if (type.IsChoice && field.Options.Count > 0)
        {
            key["oneOf"] = new JsonArray([.. field.Options.Where(option => option.Key is not null).Select(option => new JsonObject
            {
                ["const"] = option.Number is { } number ? JsonValue.Create(number) : JsonValue.Create(option.Key),
                ["title"] = option.Label,
            })]);
        }

        JsonObject value = isReturned
            ? new()
            {
                ["type"] = "object",
                ["properties"] = new JsonObject
                {
                    ["key"] = key,
                    ["display"] = new JsonObject { ["type"] = new JsonArray("string", "null") },
                },
                ["required"] = new JsonArray("key"),
            }
            : key;
        return type.IsMultiple ? new() { ["type"] = "array", ["items"] = value } : value;
    }

    private static JsonObject Id(string? model)
    {
        JsonObject id = new() { ["type"] = "string", ["format"] = "uuid" };
        if (model is not null) id["description"] = $"The id of an object of the model {model}.";
        return id;
    }

    private static JsonObject Nullable(JsonObject value)
    {
        if (value["type"] is not JsonValue type) return value;
        if (value.ContainsKey("oneOf")) return new() { ["anyOf"] = new JsonArray(value, new JsonObject { ["type"] = "null" }) };
        value["type"] = new JsonArray(type.GetValue<string>(), "null");
        return value;
    }
}
