using System.Buffers;
using System.Globalization;
using System.Text;
using JourneyApps.Internal.Serialization.Bodies;

namespace JourneyApps.Internal.Objects.Single;

/// <summary>The requests about the objects of a model.</summary>
internal static class ObjectRequests
{
    internal static ApiRequest Get(string model, string id, string? embed, RequestOptions? options)
        => new(HttpMethod.Get, embed is null ? Path(model, id) : $"{Path(model, id)}?embed={Uri.EscapeDataString(embed)}", "get")
        { Model = model, Options = options };

    internal static ApiRequest Delete(string model, string id, RequestOptions? options)
        => new(HttpMethod.Delete, Path(model, id), "delete")
        { Model = model, Options = options, IsWrite = true, SuccessMeansApplied = true, MayBeMissing = true };

    internal static ApiRequest Write(HttpMethod method, string operation, string model, string id, JsonBody body, RequestOptions? options)
        => new(method, Path(model, id), operation)
        { Model = model, Options = options, IsWrite = true, SuccessMeansApplied = true, Body = body };

    /// <summary>One page: the list call without a filter, the query call with one.</summary>
    internal static ApiRequest Page(
        string model, Filter? filter, IReadOnlyList<SortKey> order, int limit, long skip, bool total, RequestOptions? options)
    {
        if (filter is not null) return Query(model, FilterRenderer.Render(filter), order, limit, skip, total, options);
        var path = new StringBuilder(64);
        path.Append(CultureInfo.InvariantCulture, $"objects/{model}.json?limit={limit}&skip={skip}");
        foreach (SortKey key in order) path.Append(CultureInfo.InvariantCulture, $"&sort%5B{key.Field}%5D={(key.IsDescending ? -1 : 1)}");
        if (total) path.Append("&total=true");
        return new ApiRequest(HttpMethod.Get, path.ToString(), "list") { Model = model, Options = options };
    }

    /// <summary>One page of the objects written since a second, oldest change first, by the documented list call.</summary>
    internal static ApiRequest ChangedSince(string model, DateTimeOffset second, int limit, long skip, RequestOptions? options)
    {
        string time = Uri.EscapeDataString(second.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        string path = string.Create(
            CultureInfo.InvariantCulture,
            $"objects/{model}.json?q%5B_updated_at.gte%5D={time}&sort%5Bupdated_at%5D=1&limit={limit}&skip={skip}");
        return new ApiRequest(HttpMethod.Get, path, "list") { Model = model, Options = options };
    }

    /// <summary>The count of all objects of a model.</summary>
    internal static ApiRequest Count(string model, RequestOptions? options)
        => new(HttpMethod.Get, $"objects/{model}/count.json", "count") { Model = model, Options = options };

    /// <summary>The text search over all fields.</summary>
    internal static ApiRequest Search(string model, string text, RequestOptions? options)
        => Post(model, "search", options, writer => writer.WriteString("query"u8, Surrogates.Check(text, "The text to search")));

    private static ApiRequest Query(
        string model, RenderedFilter filter, IReadOnlyList<SortKey> order, int limit, long skip, bool total, RequestOptions? options)
        => Post(model, "query", options, writer =>
        {
            writer.WriteString("expression"u8, Surrogates.Check(filter.Expression, "The expression of a query"));
            writer.WriteStartArray("arguments"u8);
            foreach (RecordValue argument in filter.Arguments)
            {
                if (argument.HasHalfSurrogate)
                    throw new ArgumentException($"An argument of '{filter.Expression}' cannot be sent: {Surrogates.Reason}");
                argument.WriteTo(writer);
            }
            writer.WriteEndArray();
            writer.WriteNumber("limit"u8, limit);
            // The call is not documented: this is how the platform's own client sends it.
            if (skip > 0) writer.WriteNumber("skip"u8, skip);
            else writer.WriteNull("skip"u8);
            writer.WriteStartArray("sort"u8);
            foreach (SortKey key in order) writer.WriteStringValue(key.Text);
            writer.WriteEndArray();
            if (total) writer.WriteBoolean("total"u8, true);
        });

    private static ApiRequest Post(string model, string operation, RequestOptions? options, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }
        return new ApiRequest(HttpMethod.Post, $"objects/{model}/{operation}.json", operation)
        { Model = model, Options = options, Body = new JsonBody(buffer.WrittenSpan) };
    }

    private static string Path(string model, string id) => $"objects/{model}/{ApiNames.CheckId(id)}.json";
}
