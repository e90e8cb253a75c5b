using System.Text.Json.Serialization.Metadata;

namespace JourneyApps.Internal.Serialization.Models;

/// <summary>Describes models, ids and choices, nullable or in collections, without reflecting over members.</summary>
internal sealed class JourneyTypeInfoResolver : IJsonTypeInfoResolver
{
    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options)
    {
        if (Find(type) is { } source) return source.ForValue(options);

        if (Nullable.GetUnderlyingType(type) is { } value) return Find(value)?.ForNullable(options);

        if (type.IsSZArray) return Find(type.GetElementType()!)?.ForArray(options);

        return type.IsGenericType && type.GetGenericArguments() is [{ } element]
            ? Find(element)?.ForSequence(type.GetGenericTypeDefinition(), options)
            : null;
    }

    private static ITypeInfoSource? Find(Type type)
        => (ModelConverterFactory.Find(type) ?? ConverterSources.Find(type)?.CreateConverter()) as ITypeInfoSource;
}
