using System.Text;

namespace JourneyApps.CompilerServices;

/// <content>Errors with model, field, object and what was expected.</content>
public ref partial struct ModelReader
{
    private const int LongestExcerpt = 40;

    private readonly JsonValueException Unexpected(string expected, Exception? inner = null) => Unexpected(expected, MemberText(), inner);

    private readonly JsonValueException Unexpected(string expected, string? member, Exception? inner = null)
        => new(new JsonPlace(_frame.Info.Name, member, _frame.Id, FoundKind(), Cut()), expected, inner);

    private readonly string? MemberText()
    {
        ReadOnlySpan<MemberInfo> members = _frame.Info.Members;
        if ((uint)_frame.Member >= (uint)members.Length)
            return _frame.Last.Utf8.Length == 0 ? null : Encoding.UTF8.GetString(_frame.Last.Utf8);
        return _frame.IsAttachmentId ? members[_frame.Member].IdName : members[_frame.Member].Name;
    }

    private readonly string FoundKind() => _json.TokenType switch
    {
        JsonTokenType.StartObject or JsonTokenType.EndObject => "an object",
        JsonTokenType.StartArray or JsonTokenType.EndArray => "an array",
        JsonTokenType.String => "another text",
        JsonTokenType.Number => "another number",
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        JsonTokenType.Null => "null",
        _ => "something else",
    };

    private readonly string Cut()
    {
        ReadOnlySpan<byte> value = _json.ValueSpan;
        return value.Length <= LongestExcerpt ? Encoding.UTF8.GetString(value) : Encoding.UTF8.GetString(value[..LongestExcerpt]) + "…";
    }

    /// <summary>Finds the object's id, which can come after the error.</summary>
    private readonly JsonValueException Located(Exception exception, long start)
    {
        JsonPlace place = exception is JsonValueException known
            ? known.Place
            : new JsonPlace(_frame.Info.Name, MemberText(), null, FoundKind(), Cut());
        string expected = exception is JsonValueException { Expected: var text } ? text : "valid text";
        return new JsonValueException(
            place with { ObjectId = place.ObjectId ?? _frame.Id ?? FindId(start) }, expected, exception.InnerException ?? exception);
    }

    private readonly string? FindId(long start)
    {
        if (_source.IsEmpty)
            return null;        // inside another reader, whose earlier content is gone

        try
        {
            Utf8JsonReader json = JsonText.NewReader(_source[(int)start..]);
            json.Read();
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                bool isId = json.ValueTextEquals("id"u8);
                json.Read();
                if (isId) return json.TokenType == JsonTokenType.String ? json.GetString() : null;
                json.Skip();
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The object is malformed; its error is reported without an id.
        }

        return null;
    }
}
