using System.Text;

namespace JourneyApps.Internal.Transport.Errors;

/// <summary>Reads the error object of a response. Not every response has one: a 401 is plain text, and gateways send HTML or
/// nothing.</summary>
internal static class ErrorBody
{
    private static readonly string[] Names = ["type", "title", "detail", "see"];

    /// <summary>The error object; null when the text is not a JSON object with a text <c>type</c>.</summary>
    /// <param name="body">The body's text; null for none.</param>
    /// <param name="isBroken">Whether the text begins as a JSON object and does not end as one. Members before the break are read.</param>
    internal static ApiError? Read(string? body, out bool isBroken)
    {
        isBroken = false;
        if (string.IsNullOrWhiteSpace(body)) return null;
        isBroken = body.AsSpan().TrimStart() is ['{', ..];
        var members = new string?[Names.Length];
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(body), isFinalBlock: false, default);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return null;
            ReadMembers(ref reader, members);
            isBroken = reader.TokenType != JsonTokenType.EndObject;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
        }
        return ErrorOf(members);
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
        var members = new string?[Names.Length];
        ReadMembers(ref reader, members);
        return ErrorOf(members);
    }

    private static void ReadMembers(ref Utf8JsonReader reader, string?[] members)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            int member = Array.IndexOf(Names, reader.GetString());
            if (!reader.Read()) return;
            if (member >= 0 && reader.TokenType == JsonTokenType.String) members[member] = reader.GetString();
            else if (!reader.TrySkip()) return;
        }
    }

    private static ApiError? ErrorOf(string?[] members)
        => members[0] is { } type ? new ApiError(type, members[1], members[2], members[3]) : null;
}
