using JourneyApps.Extensions.OpenApi;
using Microsoft.AspNetCore.OpenApi;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the models and values of JourneyApps to OpenAPI documents.</summary>
public static class OpenApiOptionsExtensions
{
    /// <summary>Describes generated models, choices, ids, locations and files as they are in JSON.</summary>
    /// <param name="options">The options of a document.</param>
    /// <returns>The options.</returns>
    /// <exception cref="ArgumentNullException">The options are null.</exception>
    /// <example><code>builder.Services.AddOpenApi(options => options.AddJourneyApps());</code></example>
    public static OpenApiOptions AddJourneyApps(this OpenApiOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Func<System.Text.Json.Serialization.Metadata.JsonTypeInfo, string?> others = options.CreateSchemaReferenceId;
        options.CreateSchemaReferenceId = type => JsonForm.IsOurs(type.Type) ? JsonForm.NameOf(type.Type) : others(type);
        return options.AddSchemaTransformer(new SchemaTransformer());
    }
}
