using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using JourneyApps.Internal.Features.Deployments;

namespace JourneyApps.Internal.Serialization.Models;

/// <summary>Descriptions of our types for System.Text.Json.</summary>
internal static class TypeInfos
{
    public static JsonTypeInfo ForValue<T>(JsonConverter<T> converter, JsonSerializerOptions options) =>
        JsonMetadataServices.CreateValueInfo<T>(options, converter);

    public static JsonTypeInfo ForNullable<T>(JsonConverter<T> converter, JsonSerializerOptions options) where T : struct =>
        JsonMetadataServices.CreateValueInfo<T?>(
            options, JsonMetadataServices.GetNullableConverter((JsonTypeInfo<T>)JsonMetadataServices.CreateValueInfo<T>(options, converter)));

    public static JsonTypeInfo ForArray<T>(JsonSerializerOptions options) =>
        JsonMetadataServices.CreateArrayInfo<T>(options, new JsonCollectionInfoValues<T[]>());

    public static JsonTypeInfo? ForSequence<T>(Type definition, JsonSerializerOptions options)
    {
        if (definition == typeof(List<>))
            return JsonMetadataServices.CreateListInfo<List<T>, T>(options, new JsonCollectionInfoValues<List<T>> { ObjectCreator = static () => [] });

        if (definition == typeof(IReadOnlyList<>))
            return JsonMetadataServices.CreateIEnumerableInfo<IReadOnlyList<T>, T>(options, new JsonCollectionInfoValues<IReadOnlyList<T>>());

        if (definition == typeof(IReadOnlyCollection<>))
            return JsonMetadataServices.CreateIEnumerableInfo<IReadOnlyCollection<T>, T>(options, new JsonCollectionInfoValues<IReadOnlyCollection<T>>());

        if (definition == typeof(IEnumerable<>))
            return JsonMetadataServices.CreateIEnumerableInfo<IEnumerable<T>, T>(options, new JsonCollectionInfoValues<IEnumerable<T>>());

        return definition == typeof(IAsyncEnumerable<>)
            ? JsonMetadataServices.CreateIAsyncEnumerableInfo<IAsyncEnumerable<T>, T>(options, new JsonCollectionInfoValues<IAsyncEnumerable<T>>())
            : null;
    }
}
