using System.Text.Json.Serialization.Metadata;

namespace JourneyApps.Internal.Values.Json;

/// <summary>Implements <see cref="ITypeInfoSource"/> for a converter of a struct.</summary>
internal interface INullableTypeInfoSource<T> : ITypeInfoSource<T> where T : struct
{
    JsonTypeInfo? ITypeInfoSource.ForNullable(JsonSerializerOptions options)
        => JsonMetadataServices.CreateValueInfo<T?>(options, JsonMetadataServices.GetNullableConverter((JsonTypeInfo<T>)ForValue(options)));
}
