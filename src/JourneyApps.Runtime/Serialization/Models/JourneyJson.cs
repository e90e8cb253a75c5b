using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace JourneyApps;

/// <summary>Models, ids and choices for System.Text.Json where its source generator cannot see them.</summary>
/// <remarks>Source generators do not see each other: a <c>JsonSerializerContext</c> in the project that generates the models does not know
/// them. Put <see cref="Resolver"/> before it in the chain.</remarks>
/// <example><code>
/// options.TypeInfoResolverChain.Insert(0, JourneyJson.Resolver);
/// options.TypeInfoResolverChain.Add(AppJsonContext.Default);
/// </code></example>
public static class JourneyJson
{
    /// <summary>Describes every model, id, choice and choice set, also nullable, and collections of them. Works without reflection-based
    /// serialization.</summary>
    /// <remarks>The collections: arrays, <see cref="List{T}"/>, <see cref="IReadOnlyList{T}"/>, <see cref="IReadOnlyCollection{T}"/>,
    /// <see cref="IEnumerable{T}"/> and, to be written, <see cref="IAsyncEnumerable{T}"/>.</remarks>
    public static IJsonTypeInfoResolver Resolver { get; } = new JourneyTypeInfoResolver();

    /// <summary>The converters of <see cref="Resolver"/> for ids, choices and other values, to be added to options. Models name their
    /// own.</summary>
    public static IReadOnlyList<JsonConverter> Converters { get; } =
        [new ValueConverterFactory(), new ModelConverterFactory()];
}
