using System.Globalization;
using JourneyApps.Internal.Values.Records;

namespace JourneyApps.Internal.Features.Deployments;

/// <summary>Views of answers that are partly undocumented: what is absent, null or of another type is null, as the API wants unknown things
/// to be tolerated.</summary>
internal static class JsonParts
{
    /// <summary>The answer's JSON object, independent of the answer's buffer.</summary>
    /// <exception cref="JsonException">It is not an object.</exception>
    internal static JsonElement Root(ApiResponse response)
    {
        var reader = new Utf8JsonReader(response.Body.Span);
        reader.Read();
        var root = JsonElement.ParseValue(ref reader);
        return root.ValueKind == JsonValueKind.Object ? root : throw new JsonException("Expected a JSON object.");
    }

    internal static JsonElement Member(this JsonElement element, string name)
        => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement value) ? value : default;

    internal static string? Text(this JsonElement element, string name) => RecordJson.String(element.Member(name));

    internal static bool? Flag(this JsonElement element, string name) => element.Member(name).ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    internal static long? Count(this JsonElement element, string name)
        => element.Member(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out long count) ? count : null;

    internal static DateTimeOffset? Time(this JsonElement element, string name)
    {
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return DateTimeOffset.TryParse(element.Text(name), CultureInfo.InvariantCulture, Utc, out DateTimeOffset at) ? at : null;
    }

    /// <summary>The items of an array, or nothing.</summary>
    internal static IEnumerable<JsonElement> Items(this JsonElement element, string name)
        => element.Member(name) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];

    /// <summary>The members of an object, or nothing.</summary>
    internal static IEnumerable<JsonProperty> Members(this JsonElement element, string name)
        => element.Member(name) is { ValueKind: JsonValueKind.Object } container ? container.EnumerateObject() : [];
}
