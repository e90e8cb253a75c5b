using System.Text;

namespace JourneyApps.Internal.Transport.Errors;

/// <summary>Reads the error object of a response. Not every response has one: a 401 is plain text, and gateways send HTML or
/// nothing.</summary>
internal static class ErrorBody
{
    /// <summary>The error object; null when the text is not a JSON object with a text <c>type</c>.</summary>
    internal static ApiError? Read(string? body)
    {
        if (string.IsNullOrWhiteSpace(body)) return null;
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(body));
            return reader.Read() ? Read(ref reader) : null;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Reads the object at which the reader is; null if it is not an object or has no type. The reader ends at its last
    /// token.</summary>
    /// <exception cref="JsonException">The JSON is malformed.</exception>
    internal static ApiError? Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return null;
        }

        string? type = null, title = null, detail = null, see = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("type"u8)) type = Text(ref reader);
            else if (reader.ValueTextEquals("title"u8)) title = Text(ref reader);
            else if (reader.ValueTextEquals("detail"u8)) detail = Text(ref reader);
            else if (reader.ValueTextEquals("see"u8)) see = Text(ref reader);
            else reader.Skip();
        }
        return type is null ? null : new ApiError(type, title, detail, see);
    }

    private static string? Text(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String) return reader.GetString();
        reader.Skip();
        return null;
    }
}
