using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using JourneyApps.CompilerServices;
using JourneyApps.Schema;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace JourneyApps.Extensions.OpenApi;

/// <summary>Describes the values of fields.</summary>
internal static class ValueSchemas
{
    /// <summary>A field of a type of .NET, which can be null. A model does not read numbers from texts, regardless of the service's
    /// options.</summary>
    public static OpenApiSchema Plain(Type type)
    {
        (JsonSchemaType Type, string? Format) form = Type.GetTypeCode(type) switch
        {
            TypeCode.Boolean => (JsonSchemaType.Boolean, null),
            TypeCode.Int32 => (JsonSchemaType.Integer, "int32"),
            TypeCode.Double => (JsonSchemaType.Number, "double"),
            _ => (JsonSchemaType.String, type == typeof(DateOnly) ? "date" : type == typeof(DateTimeOffset) ? "date-time" : null),
        };
        return new OpenApiSchema { Type = form.Type | JsonSchemaType.Null, Format = form.Format };
    }

    /// <summary>A choice is its key. The names of the extension are those that generators of clients read.</summary>
    public static void DescribeChoice(OpenApiSchema schema, Type options)
    {
        (JsonNode Key, string Label)[] all = [.. OptionsOf(options)];
        bool isNumber = all is [(JsonValue first, _), ..] && first.GetValueKind() == System.Text.Json.JsonValueKind.Number;
        schema.Type = isNumber ? JsonSchemaType.Integer : JsonSchemaType.String;
        schema.Format = isNumber ? "int64" : null;
        schema.Pattern = null;
        schema.Enum = [.. all.Select(option => option.Key)];
        schema.Description = string.Join("; ", all.Select(option => $"{option.Key}: {option.Label}")) + ".";
        schema.Extensions ??= new Dictionary<string, IOpenApiExtension>();
        schema.Extensions["x-enum-descriptions"] = new JsonNodeExtension(new JsonArray([.. all.Select(option => (JsonNode)option.Label)]));
    }

    /// <summary>A set of choices is an array.</summary>
    public static async Task DescribeChoiceSetAsync(
        OpenApiSchema schema, Type options, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        schema.Type = JsonSchemaType.Array;
        schema.UniqueItems = true;
        schema.Description = "A set of options in the stored order; an empty set and null are different values.";
        schema.Items = await context.GetOrCreateSchemaAsync(options, null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>An id is a UUID if it was made on the platform or by the client. The server can have others.</summary>
    public static void DescribeId(OpenApiSchema schema, Type model)
    {
        schema.Type = JsonSchemaType.String;
        schema.Format = null;
        schema.Pattern = "^[0-9A-Za-z_-]{1,64}$";
        schema.Description = $"The id of an object of {model.Name}; usually a UUID in lower case.";
    }

    /// <summary>A location has latitude and longitude, and the other values that are known.</summary>
    public static void DescribeLocation(OpenApiSchema schema)
    {
        schema.Type = JsonSchemaType.Object;
        schema.Description = "A position.";
        schema.Example = null;
        schema.Required = new HashSet<string> { "latitude", "longitude" };
        schema.Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["latitude"] = Number("Degrees.", -90, 90),
            ["longitude"] = Number("Degrees.", -180, 180),
            ["altitude"] = Number("Meters."),
            ["horizontal_accuracy"] = Number("Meters."),
            ["vertical_accuracy"] = Number("Meters."),
            ["timestamp"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "date-time" },
        };
    }

    /// <summary>The platform does not document the form of tracks.</summary>
    public static void DescribeTrack(OpenApiSchema schema) => schema.Description = "A track in the JSON of the platform.";

    /// <summary>A file has an id, a state, and a URL for each variant.</summary>
    public static void DescribeFile(OpenApiSchema schema, Type type)
    {
        schema.Type = JsonSchemaType.Object;
        schema.Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["id"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "The id of the file." },
            ["state"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "Such as pending, uploaded or missing." },
        };
        FieldType fieldType = type == typeof(Photo) ? FieldType.Photo
            : type == typeof(Signature) ? FieldType.Signature
            : FieldType.Attachment;
        foreach (string variant in FieldTypeInfo.Of(fieldType).FileVariants)
            schema.Properties[variant] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "uri" };
        schema.Description = "A file. To keep it, send its id; files cannot be uploaded in this JSON.";
    }

    private static OpenApiSchema Number(string description, double? minimum = null, double? maximum = null) => new()
    {
        Type = JsonSchemaType.Number,
        Format = "double",
        Description = description,
        Minimum = minimum?.ToString(CultureInfo.InvariantCulture),
        Maximum = maximum?.ToString(CultureInfo.InvariantCulture),
    };

    // Key, label, key, label; a single number for integer keys without options.
    private static IEnumerable<(JsonNode Key, string Label)> OptionsOf(Type options)
    {
        CustomAttributeData declared = options.GetCustomAttributesData().Single(data => data.AttributeType == typeof(OptionsAttribute));
        var texts = (IReadOnlyList<CustomAttributeTypedArgument>)declared.ConstructorArguments[0].Value!;
        for (int i = 0; i + 1 < texts.Count; i += 2)
        {
            JsonNode key = texts[i].Value is string text ? text : Convert.ToInt64(texts[i].Value, CultureInfo.InvariantCulture);
            yield return (key, (string?)texts[i + 1].Value ?? "");
        }
    }
}
