using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using JourneyApps.Internal.Features.Deployments;

namespace JourneyApps.Internal.Values.Json;

/// <summary>A converter that can describe its type to System.Text.Json without reflection, alone and in collections.</summary>
internal interface ITypeInfoSource
{
    JsonTypeInfo ForValue(JsonSerializerOptions options);

    JsonTypeInfo ForArray(JsonSerializerOptions options);

    /// <summary>Describes a collection of the type.</summary>
    /// <param name="definition">The collection's open generic type.</param>
    /// <param name="options">The user's options.</param>
    /// <returns>Null for a collection that is not one of those which APIs hand out and take.</returns>
    JsonTypeInfo? ForSequence(Type definition, JsonSerializerOptions options);
}
