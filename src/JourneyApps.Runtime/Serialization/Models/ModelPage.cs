using System.Text.Json;
using JourneyApps.CompilerServices;
using JourneyApps.Internal.Values.Json;

namespace JourneyApps.Internal.Serialization.Models;

/// <summary>Reads list envelopes: <c>{objects, count, total, more}</c>, or a bare array as search once answered.</summary>
internal static class ModelPage
{
    /// <summary>Reads a page. A value that cannot be represented makes its object unreadable, never the page.</summary>
    /// <exception cref="JsonValueException">The answer is no JSON, or no page.</exception>
    public static ModelPage<TModel> Read<TModel>(ReadOnlySpan<byte> body) where TModel : class, IModel<TModel>
    {
        try
        {
            ModelReader reader = new(body);
            reader.Begin();
            ModelPage<TModel> page = reader.Page<TModel>();
            reader.EnsureEnd();
            return page;
        }
        catch (JsonException exception)
        {
            throw new JsonValueException(new JsonPlace(null), "valid JSON", exception) { IsWholeAnswer = true };
        }
    }
}
