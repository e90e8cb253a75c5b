using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json.Serialization;
using JourneyApps.Internal.Values.Json;

namespace JourneyApps.Internal.Serialization.Models;

/// <summary>Converters of models by type. The attribute that names one is kept by the trimmer, with its constructor.</summary>
internal static class ModelConverters
{
    private static readonly ConcurrentDictionary<Type, JsonConverter?> ByType = new();

    public static JsonConverter? Find(Type type) => ByType.GetOrAdd(type, static type => Create(type));

    private static JsonConverter? Create(Type type)
    {
        if (!type.IsClass || type.GetCustomAttribute<JsonConverterAttribute>()?.ConverterType is not { } converter)
            return null;

        return typeof(ITypeInfoSource).IsAssignableFrom(converter) ? (JsonConverter?)Activator.CreateInstance(converter) : null;
    }
}
