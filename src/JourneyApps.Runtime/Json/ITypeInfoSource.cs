using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace JourneyApps.Json;

/// <summary>A converter that can describe its type to System.Text.Json without reflection, alone and in collections.</summary>
internal interface ITypeInfoSource
{
    JsonTypeInfo ForValue(JsonSerializerOptions options);

    JsonTypeInfo ForArray(JsonSerializerOptions options);

    JsonTypeInfo ForList(JsonSerializerOptions options);
}
