using System.Text.Json;
using System.Text.Json.Serialization;

namespace JourneyApps.Internal.Serialization.Models;

/// <summary>Finds the converter that every model carries.</summary>
internal sealed class ModelConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => ModelConverters.Find(typeToConvert) is not null;

    public override JsonConverter? CreateConverter(Type typeToConvert, JsonSerializerOptions options) => ModelConverters.Find(typeToConvert);
}
