using System.Reflection;
using System.Runtime.Serialization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace JourneyApps.Extensions.OpenApi;

/// <summary>Describes a generated model as its converter reads and writes it.</summary>
internal static class ModelSchema
{
    public static async Task DescribeAsync(
        OpenApiSchema schema, Type model, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        schema.Type = JsonSchemaType.Object;
        var id = new OpenApiSchema();
        ValueSchemas.DescribeId(id, model);
        schema.Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["id"] = id,
            ["updated_at"] = new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Format = "date-time",
                Description = "When the object was last written; absent if it was not read.",
            },
            ["display"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "The display text that the server computes." },
            ["$changed"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Array,
                Items = new OpenApiSchema { Type = JsonSchemaType.String },
                Description = "The names of the fields that are not sent to the server yet.",
            },
        };
        // The properties of fields and of ids of related objects have a name in JSON; links and metadata do not.
        foreach (PropertyInfo property in model.GetProperties())
        {
            if (property.GetCustomAttribute<DataMemberAttribute>() is not { Name: { } name }) continue;
            schema.Properties[name] = await DescribeAsync(property.PropertyType, context, cancellationToken).ConfigureAwait(false);
        }
    }

    // Every field can be null.
    private static async Task<IOpenApiSchema> DescribeAsync(
        Type declared, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        Type type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (!JsonForm.IsOurs(type)) return ValueSchemas.Plain(type);
        OpenApiSchema value = await context.GetOrCreateSchemaAsync(type, null, cancellationToken).ConfigureAwait(false);
        if (JsonForm.NameOf(type) is not null)
            return new OpenApiSchema { OneOf = [new OpenApiSchema { Type = JsonSchemaType.Null }, value] };
        if (value.Type is not null) value.Type |= JsonSchemaType.Null;
        return value;
    }
}
