using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace JourneyApps.Internal.Values.Json;

/// <summary>A converter of a struct that can describe its nullable form.</summary>
internal interface INullableTypeInfoSource : ITypeInfoSource
{
    JsonTypeInfo ForNullable(JsonSerializerOptions options);
}
