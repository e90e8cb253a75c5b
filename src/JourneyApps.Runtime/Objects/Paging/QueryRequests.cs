using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Internal.Serialization.Bodies;
using JourneyApps.Internal.Transport.Requests;

namespace JourneyApps.Internal.Objects.Paging;

/// <summary>The requests of lists, queries and counts.</summary>
internal static class QueryRequests
{
    /// <summary>One page of a model's objects, without a condition (the documented list call).</summary>
    internal static ApiRequest List(string model, IReadOnlyList<SortKey> order, int limit, int skip, bool total, RequestOptions? options)
    {
        var path = new StringBuilder(64);
        path.Append(CultureInfo.InvariantCulture, $"objects/{model}.json?limit={limit}&skip={skip}");
        foreach (SortKey key in order) path.Append(CultureInfo.InvariantCulture, $"&sort%5B{key.Field}%5D={(key.IsDescending ? -1 : 1)}");
        if (total) path.Append("&total=true");
        return new ApiRequest(HttpMethod.Get, path.ToString(), "list") { Model = model, Options = options };
    }

    /// <summary>One page of what an expression finds. Values are arguments and never part of the text.</summary>
    /// <param name="model">The model.</param>
    /// <param name="expression">The expression, with a question mark for each argument.</param>
    /// <param name="writeArguments">Writes the arguments' values, one after the other.</param>
    /// <param name="order">The order.</param>
    /// <param name="limit">The page's size.</param>
    /// <param name="skip">How many to leave out.</param>
    /// <param name="total">Whether to ask for the count of everything that matches.</param>
    /// <param name="options">Limits of the call.</param>
    internal static ApiRequest Expression(
        string model, string expression, Action<Utf8JsonWriter> writeArguments, IReadOnlyList<SortKey> order, int limit, int skip, bool total, RequestOptions? options)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("expression"u8, expression);
            writer.WriteStartArray("arguments"u8);
            writeArguments(writer);
            writer.WriteEndArray();
            writer.WriteNumber("limit"u8, limit);
            // As the platform's own client says it; the call is not documented, so its words are the ones to repeat.
            if (skip > 0) writer.WriteNumber("skip"u8, skip);
            else writer.WriteNull("skip"u8);
            writer.WriteStartArray("sort"u8);
            foreach (SortKey key in order) writer.WriteStringValue(key.Text);
            writer.WriteEndArray();
            if (total) writer.WriteBoolean("total"u8, true);
            writer.WriteEndObject();
        }
        return new ApiRequest(HttpMethod.Post, $"objects/{model}/query.json", "query")
        { Model = model, Options = options, Body = new JsonBody(buffer.WrittenSpan) };
    }

    /// <summary>The count of all objects of a model.</summary>
    internal static ApiRequest Count(string model, RequestOptions? options)
        => new(HttpMethod.Get, $"objects/{model}/count.json", "count") { Model = model, Options = options };

    /// <summary>The text search over all fields.</summary>
    internal static ApiRequest Search(string model, string text, RequestOptions? options)
    {
        var buffer = new ArrayBufferWriter<byte>(64);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("query"u8, text);
            writer.WriteEndObject();
        }
        return new ApiRequest(HttpMethod.Post, $"objects/{model}/search.json", "search")
        { Model = model, Options = options, Body = new JsonBody(buffer.WrittenSpan) };
    }
}
