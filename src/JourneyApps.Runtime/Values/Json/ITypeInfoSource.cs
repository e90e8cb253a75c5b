using System.Text.Json.Serialization.Metadata;

namespace JourneyApps.Internal.Values.Json;

/// <summary>A converter that describes its type to System.Text.Json without reflection, alone and in collections.</summary>
internal interface ITypeInfoSource
{
    JsonTypeInfo ForValue(JsonSerializerOptions options);

    /// <summary>Describes the nullable form of a struct; null for a class.</summary>
    JsonTypeInfo? ForNullable(JsonSerializerOptions options) => null;

    JsonTypeInfo ForArray(JsonSerializerOptions options);

    /// <summary>Describes a collection of the type.</summary>
    /// <param name="definition">The collection's open generic type.</param>
    /// <param name="options">The user's options.</param>
    /// <returns>Null for a collection type that APIs do not usually take or return.</returns>
    JsonTypeInfo? ForSequence(Type definition, JsonSerializerOptions options);
}
