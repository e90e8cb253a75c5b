using System.Text.Json.Nodes;

namespace JourneyApps.Tool.Commands.Show;

/// <summary>Writes models as an OpenAPI 3.1 document of the calls that read and write their objects.</summary>
internal static class OpenApiText
{
    public static string Of(IReadOnlyList<Model> models)
    {
        JsonObject schemas = [];
        JsonObject paths = [];
        foreach (Model model in models)
        {
            schemas[model.Name] = JsonSchemaText.Returned(model);
            schemas[model.Name + "_input"] = JsonSchemaText.Sent(model);
            paths[$"/objects/{model.Name}.json"] = new JsonObject
            {
                ["get"] = Operation(model, "list", "Lists objects.", Page(model), 200, Parameter("limit"), Parameter("skip")),
                ["post"] = Operation(model, "create", "Creates an object.", Object(model), 201).With(model),
            };
            paths[$"/objects/{model.Name}/{{id}}.json"] = new JsonObject
            {
                ["parameters"] = new JsonArray(new JsonObject
                {
                    ["name"] = "id",
                    ["in"] = "path",
                    ["required"] = true,
                    ["schema"] = new JsonObject { ["type"] = "string", ["format"] = "uuid" },
                }),
                ["get"] = Operation(model, "get", "Returns an object.", Object(model), 200),
                ["put"] = Operation(model, "replace", "Creates or replaces an object.", Object(model), 200).With(model),
                ["patch"] = Operation(model, "update", "Changes the given fields of an object.", Object(model), 200).With(model),
                ["delete"] = Operation(model, "delete", "Deletes an object.", null, 200),
            };
            paths[$"/objects/{model.Name}/count.json"] = new JsonObject
            {
                ["get"] = Operation(model, "count", "Counts objects.", new JsonObject
                {
                    ["type"] = "object",
                    ["properties"] = new JsonObject { ["count"] = new JsonObject { ["type"] = "integer" } },
                }, 200),
            };
        }

        return JsonSchemaText.Text(new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject { ["title"] = "JourneyApps Backend API", ["version"] = "4" },
            ["servers"] = new JsonArray(new JsonObject
            {
                ["url"] = "https://{deployment}.backend.{region}.journeyapps.com/api/v4/{deployment}",
                ["variables"] = new JsonObject
                {
                    ["deployment"] = new JsonObject { ["default"] = "deployment" },
                    ["region"] = new JsonObject { ["default"] = "us" },
                },
            }),
            ["security"] = new JsonArray(new JsonObject { ["token"] = new JsonArray() }),
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["schemas"] = schemas,
                ["securitySchemes"] = new JsonObject { ["token"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer" } },
            },
        });
    }

    private static JsonObject Operation(
        Model model, string verb, string summary, JsonObject? result, int status, params JsonObject[] parameters)
    {
        JsonObject response = new() { ["description"] = summary };
        if (result is not null) response["content"] = Json(result);
        JsonObject operation = new()
        {
            ["operationId"] = $"{verb}_{model.Name}",
            ["summary"] = summary,
            ["tags"] = new JsonArray(model.Name),
            ["responses"] = new JsonObject
            {
                [status.ToString(System.Globalization.CultureInfo.InvariantCulture)] = response,
                ["default"] = new JsonObject { ["description"] = "The call failed." },
            },
        };
        if (parameters.Length > 0) operation["parameters"] = new JsonArray([.. parameters]);
        return operation;
    }

    // The body of a write names the model.
    private static JsonObject With(this JsonObject operation, Model model)
    {
        operation["requestBody"] = new JsonObject
        {
            ["required"] = true,
            ["content"] = Json(new JsonObject
            {
                ["type"] = "object",
                ["properties"] = new JsonObject { [model.Name] = Reference(model.Name + "_input") },
                ["required"] = new JsonArray(model.Name),
            }),
        };
        return operation;
    }

    private static JsonObject Json(JsonObject schema)
        => new() { ["application/json"] = new JsonObject { ["schema"] = schema } };

    private static JsonObject Page(Model model) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject
        {
            ["objects"] = new JsonObject { ["type"] = "array", ["items"] = Object(model) },
            ["count"] = new JsonObject { ["type"] = "integer" },
            ["total"] = new JsonObject { ["type"] = "integer" },
            ["more"] = new JsonObject { ["type"] = "boolean" },
        },
    };

    private static JsonObject Object(Model model) => Reference(model.Name);

    private static JsonObject Reference(string name) => new() { ["$ref"] = $"#/components/schemas/{JsonSchemaText.Pointer(name)}" };

    private static JsonObject Parameter(string name) => new()
    {
        ["name"] = name,
        ["in"] = "query",
        ["schema"] = new JsonObject { ["type"] = "integer" },
    };
}
