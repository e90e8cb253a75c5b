using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace JourneyApps.Internal.Values.Json;

/// <summary>Implements <see cref="ITypeInfoSource"/> for a converter of <typeparamref name="T"/>.</summary>
internal interface ITypeInfoSource<T> : ITypeInfoSource
{
    JsonTypeInfo ITypeInfoSource.ForValue(JsonSerializerOptions options)
        => JsonMetadataServices.CreateValueInfo<T>(options, (JsonConverter<T>)this);

    JsonTypeInfo ITypeInfoSource.ForArray(JsonSerializerOptions options)
        => JsonMetadataServices.CreateArrayInfo<T>(options, new JsonCollectionInfoValues<T[]>());

    JsonTypeInfo? ITypeInfoSource.ForSequence(Type definition, JsonSerializerOptions options)
    {
        if (definition == typeof(List<>))
            return JsonMetadataServices.CreateListInfo<List<T>, T>(
                options, new JsonCollectionInfoValues<List<T>> { ObjectCreator = static () => [] });

        if (definition == typeof(IReadOnlyList<>))
            return JsonMetadataServices.CreateIEnumerableInfo<IReadOnlyList<T>, T>(
                options, new JsonCollectionInfoValues<IReadOnlyList<T>>());

        if (definition == typeof(IReadOnlyCollection<>))
            return JsonMetadataServices.CreateIEnumerableInfo<IReadOnlyCollection<T>, T>(
                options, new JsonCollectionInfoValues<IReadOnlyCollection<T>>());

        if (definition == typeof(IEnumerable<>))
            return JsonMetadataServices.CreateIEnumerableInfo<IEnumerable<T>, T>(options, new JsonCollectionInfoValues<IEnumerable<T>>());

        return definition == typeof(IAsyncEnumerable<>)
            ? JsonMetadataServices.CreateIAsyncEnumerableInfo<IAsyncEnumerable<T>, T>(
                options, new JsonCollectionInfoValues<IAsyncEnumerable<T>>())
            : null;
    }
}
