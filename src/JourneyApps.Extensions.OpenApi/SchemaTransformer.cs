using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace JourneyApps.Extensions.OpenApi;

/// <summary>Fills in the schemas of models and values. For the exporter of System.Text.Json, a type with its own converter is any
/// JSON.</summary>
internal sealed class SchemaTransformer : IOpenApiSchemaTransformer
{
    public async Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        // A value in a route or a query is a text for the explorer, which keeps the parameter's type.
        Type declared = context.ParameterDescription?.ParameterDescriptor?.ParameterType ?? context.JsonTypeInfo.Type;
        if (!JsonForm.IsOurs(declared)) declared = context.JsonTypeInfo.Type;
        Type type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (!JsonForm.IsOurs(type))
        {
            await DescribeElementsAsync(schema, context, cancellationToken).ConfigureAwait(false);
            return;
        }

        bool isNullable = type != declared && context.ParameterDescription is null;
        if (JsonForm.IsModel(type))
            await ModelSchema.DescribeAsync(schema, type, context, cancellationToken).ConfigureAwait(false);
        else if (JsonForm.IsChoice(type, out Type? options))
            ValueSchemas.DescribeChoice(schema, options);
        else if (JsonForm.IsChoiceSet(type, out Type? members))
            await ValueSchemas.DescribeChoiceSetAsync(schema, members, context, cancellationToken).ConfigureAwait(false);
        else if (JsonForm.IsId(type, out Type? model))
            ValueSchemas.DescribeId(schema, model);
        else if (type == typeof(Location))
            ValueSchemas.DescribeLocation(schema);
        else if (type == typeof(Track))
            ValueSchemas.DescribeTrack(schema);
        else
            ValueSchemas.DescribeFile(schema, type);
        // What has a component is made nullable where it is used.
        if (isNullable && schema.Type is not null && JsonForm.NameOf(type) is null) schema.Type |= JsonSchemaType.Null;
    }

    // The exporter leaves out the elements of a collection that can be any JSON.
    private static async Task DescribeElementsAsync(
        OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.JsonTypeInfo.ElementType is not { } element || !JsonForm.IsOurs(Nullable.GetUnderlyingType(element) ?? element)) return;
        if (context.JsonTypeInfo.Kind == JsonTypeInfoKind.Enumerable)
            schema.Items ??= await context.GetOrCreateSchemaAsync(element, null, cancellationToken).ConfigureAwait(false);
        else if (context.JsonTypeInfo.Kind == JsonTypeInfoKind.Dictionary)
            schema.AdditionalProperties ??= await context.GetOrCreateSchemaAsync(element, null, cancellationToken).ConfigureAwait(false);
    }
}
