using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json.Serialization;

namespace JourneyApps.Internal.Serialization.Models;

/// <summary>Finds the converter that a model's attribute names. The trimmer keeps the attribute and the converter's constructor.</summary>
internal sealed class ModelConverterFactory : JsonConverterFactory
{
    private static readonly ConcurrentDictionary<Type, JsonConverter?> ByType = new();

    public static JsonConverter? Find(Type type) => ByType.GetOrAdd(type, static type => Create(type));

    public override bool CanConvert(Type typeToConvert) => Find(typeToConvert) is not null;

    public override JsonConverter? CreateConverter(Type typeToConvert, JsonSerializerOptions options) => Find(typeToConvert);

    private static JsonConverter? Create(Type type)
    {
        if (!type.IsClass || type.GetCustomAttribute<JsonConverterAttribute>()?.ConverterType is not { } converter) return null;

        return typeof(ITypeInfoSource).IsAssignableFrom(converter) ? (JsonConverter?)Activator.CreateInstance(converter) : null;
    }
}
