namespace JourneyApps.Internal.Values.Choices;

/// <summary>Reads choices: a bare key, or an object with <c>key</c> and perhaps <c>display</c>.</summary>
internal static class ChoiceReader
{
    /// <summary>Reads a choice; null for null and for an object whose key is null.</summary>
    /// <exception cref="JsonException">Neither a key nor an object with one.</exception>
    public static Choice<TEnum>? Read<TEnum>(ref Utf8JsonReader json) where TEnum : struct, Enum
    {
        switch (json.TokenType)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.String or JsonTokenType.Number:
                return new Choice<TEnum>(ReadKey<TEnum>(ref json));
            case JsonTokenType.StartObject:
                return ReadObject<TEnum>(ref json) is { } option ? new Choice<TEnum>(option) : null;
            default:
                throw Unexpected();
        }
    }

    /// <summary>Reads an array of choices; nulls in it are left out.</summary>
    /// <exception cref="JsonException">Not an array of choices.</exception>
    public static ChoiceSet<TEnum>? ReadSet<TEnum>(ref Utf8JsonReader json) where TEnum : struct, Enum
    {
        if (json.TokenType == JsonTokenType.Null) return null;
        if (json.TokenType != JsonTokenType.StartArray) throw Unexpected();

        List<Choice<TEnum>>? items = null;
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (Read<TEnum>(ref json) is { } item)
                (items ??= []).Add(item);
        }

        return items is null ? ChoiceSet<TEnum>.Empty : new ChoiceSet<TEnum>([.. items], asRead: true);
    }

    private static ChoiceOption? ReadObject<TEnum>(ref Utf8JsonReader json) where TEnum : struct, Enum
    {
        ChoiceOption? option = null;
        string? displayBeforeKey = null;
        while (json.Read() && json.TokenType != JsonTokenType.EndObject)
        {
            if (json.ValueTextEquals("key"u8))
            {
                json.Read();
                option = json.TokenType == JsonTokenType.Null ? null : ReadKey<TEnum>(ref json);
            }
            else if (json.ValueTextEquals("display"u8))
            {
                json.Read();
                if (json.TokenType != JsonTokenType.String)
                    json.Skip();
                else if (option is null)
                    displayBeforeKey = json.GetString();
                else
                    option = Relabel(ref json, option);
            }
            else
            {
                json.Read();
                json.Skip();
            }
        }

        return displayBeforeKey is null ? option : option?.Relabelled(System.Text.Encoding.UTF8.GetBytes(displayBeforeKey));
    }

    private static ChoiceOption ReadKey<TEnum>(ref Utf8JsonReader json) where TEnum : struct, Enum
    {
        if (json.TokenType is not (JsonTokenType.String or JsonTokenType.Number)) throw Unexpected();

        bool isNumber = json.TokenType == JsonTokenType.Number;
        return json.HasValueSequence || json.ValueIsEscaped
            ? ChoiceTable<TEnum>.Instance.Find(JsonText.Unescaped(ref json), isNumber)
            : ChoiceTable<TEnum>.Instance.Find(json.ValueSpan, isNumber);
    }

    private static ChoiceOption Relabel(ref Utf8JsonReader json, ChoiceOption option)
        => json.HasValueSequence || json.ValueIsEscaped
            ? option.Relabelled(JsonText.Unescaped(ref json))
            : option.Relabelled(json.ValueSpan);

    private static JsonException Unexpected() => new("Expected a key, or an object with a key.");
}
