using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace JourneyApps;

/// <summary>Serializes models, ids and choices with System.Text.Json where its source generator cannot see them.</summary>
/// <remarks>Source generators do not see each other's output, so a <c>JsonSerializerContext</c> in the project that generates the models
/// does not know them. Insert <see cref="Resolver"/> before the context in the chain.</remarks>
/// <example><code>
/// options.TypeInfoResolverChain.Insert(0, JourneyJson.Resolver);
/// options.TypeInfoResolverChain.Add(AppJsonContext.Default);
/// </code></example>
public static class JourneyJson
{
    /// <summary>A resolver for every model, id, choice and choice set, including nullable ones and collections of them. It works without
    /// reflection-based serialization.</summary>
    /// <remarks>The supported collections are arrays, <see cref="List{T}"/>, <see cref="IReadOnlyList{T}"/>,
    /// <see cref="IReadOnlyCollection{T}"/>, <see cref="IEnumerable{T}"/> and, for writing only,
    /// <see cref="IAsyncEnumerable{T}"/>.</remarks>
    public static IJsonTypeInfoResolver Resolver { get; } = new JourneyTypeInfoResolver();

    /// <summary>The converters for ids, choices and other values that <see cref="Resolver"/> uses. You can add them to serializer options.
    /// Models specify their own converters.</summary>
    public static IReadOnlyList<JsonConverter> Converters { get; } =
        [new ValueConverterFactory(), new ModelConverterFactory()];
}
