using JourneyApps.Internal.Values.Attachments;
using JourneyApps.Internal.Values.Choices;
using JourneyApps.Internal.Values.Locations;
using JourneyApps.Internal.Values.Tracks;

namespace JourneyApps.CompilerServices;

/// <content>Values. Null and absent are the same; what cannot be represented makes the object unreadable.</content>
public ref partial struct ModelReader
{
    /// <summary>Reads a text.</summary>
    /// <returns>The text, or null.</returns>
    public string? Text() => _json.TokenType switch
    {
        JsonTokenType.String => _json.GetString(),
        JsonTokenType.Null => null,
        _ => throw Unexpected("a text"),
    };

    /// <summary>Reads a whole number of 32 bits; <c>7.0</c> counts as one.</summary>
    /// <returns>The number, or null.</returns>
    public int? Integer()
    {
        if (_json.TokenType == JsonTokenType.Number)
        {
            if (_json.TryGetInt32(out int value)) return value;

            if (_json.TryGetDouble(out double wide) && wide == Math.Floor(wide) && wide is >= int.MinValue and <= int.MaxValue)
                return (int)wide;
        }
        else if (_json.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        throw Unexpected("a whole number from -2147483648 to 2147483647");
    }

    /// <summary>Reads a number.</summary>
    /// <returns>The number, or null.</returns>
    public double? Number()
    {
        if (JsonText.TryGetDouble(ref _json, out double value)) return value;

        return _json.TokenType == JsonTokenType.Null ? null : throw Unexpected("a number that fits a double");
    }

    /// <summary>Reads a day; a time after it is cut off.</summary>
    /// <returns>The day, or null.</returns>
    public DateOnly? Date()
    {
        if (_json.TokenType == JsonTokenType.String && IsoTime.TryParseDate(ValueBytes(), out DateOnly value)) return value;

        return _json.TokenType == JsonTokenType.Null ? null : throw Unexpected("a day as yyyy-MM-dd");
    }

    /// <summary>Reads a point in time.</summary>
    /// <returns>The time in UTC, or null.</returns>
    public DateTimeOffset? DateTime()
    {
        if (_json.TokenType == JsonTokenType.String && IsoTime.TryParse(ValueBytes(), out long ticks))
            return new DateTimeOffset(ticks, TimeSpan.Zero);

        return _json.TokenType == JsonTokenType.Null ? null : throw Unexpected("a time in ISO 8601");
    }

    /// <summary>Reads a boolean, bare or as <c>{key, display}</c>.</summary>
    /// <returns>The value, or null.</returns>
    public bool? Boolean()
    {
        if (_json.TokenType != JsonTokenType.StartObject) return BareBoolean();

        bool? value = null;
        while (_json.Read() && _json.TokenType != JsonTokenType.EndObject)
        {
            bool isKey = _json.ValueTextEquals("key"u8);
            Advance();
            if (isKey)
                value = BareBoolean();
            else
                _json.Skip();
        }

        return value;
    }

    /// <summary>Reads a choice, bare or as <c>{key, display}</c>; also keys that the enum does not have.</summary>
    /// <typeparam name="TEnum">The field's enum.</typeparam>
    /// <returns>The choice, or null.</returns>
    public Choice<TEnum>? Choice<TEnum>() where TEnum : struct, Enum
    {
        try
        {
            return ChoiceReader.Read<TEnum>(ref _json);
        }
        catch (JsonException exception) when (!IsMalformed(exception))
        {
            throw Unexpected("a key, or an object with a key", exception);
        }
    }

    /// <summary>Reads several choices in their order.</summary>
    /// <typeparam name="TEnum">The field's enum.</typeparam>
    /// <returns>The choices, or null.</returns>
    public ChoiceSet<TEnum>? ChoiceSet<TEnum>() where TEnum : struct, Enum
    {
        try
        {
            return ChoiceReader.ReadSet<TEnum>(ref _json);
        }
        catch (JsonException exception) when (!IsMalformed(exception))
        {
            throw Unexpected("an array of keys, or of objects with a key", exception);
        }
    }

    /// <summary>Reads a location.</summary>
    /// <returns>The location, or null.</returns>
    public Location? Location()
    {
        try
        {
            return LocationJson.Read(ref _json);
        }
        catch (JsonException exception) when (!IsMalformed(exception))
        {
            throw Unexpected("a location with latitude and longitude", exception);
        }
    }

    /// <summary>Reads one of the two members of a photo.</summary>
    /// <param name="current">What the other one gave.</param>
    /// <returns>The photo, or null.</returns>
    public Photo? Photo(Photo? current) => AttachmentValue(current);

    /// <summary>Reads one of the two members of a signature.</summary>
    /// <param name="current">What the other one gave.</param>
    /// <returns>The signature, or null.</returns>
    public Signature? Signature(Signature? current) => AttachmentValue(current);

    /// <summary>Reads one of the two members of an attachment.</summary>
    /// <param name="current">What the other one gave.</param>
    /// <returns>The attachment, or null.</returns>
    public Attachment? Attachment(Attachment? current) => AttachmentValue(current);

    /// <summary>Keeps a track's JSON.</summary>
    /// <returns>The track, or null.</returns>
    public Track? Track() => TrackConverter.ReadTrack(ref _json);

    /// <summary>Reads a related object's id as it is.</summary>
    /// <typeparam name="TTarget">The related model.</typeparam>
    /// <returns>The id, or null; an empty text counts as null.</returns>
    public Id<TTarget>? Id<TTarget>()
    {
        bool isPlain = _json.TokenType == JsonTokenType.String && !_json.HasValueSequence && !_json.ValueIsEscaped;
        string? text = isPlain && _relatedIds is not null
            ? _relatedIds.Get(ref _json)
            : Text();
        if (!string.IsNullOrEmpty(text)) return JourneyApps.Id<TTarget>.FromServer(text);
        _frame.MarkNull();
        return null;
    }

    /// <summary>Reads an embedded related object.</summary>
    /// <typeparam name="TTarget">The related model.</typeparam>
    /// <returns>The object, or null.</returns>
    public TTarget? Related<TTarget>() where TTarget : class, IModel<TTarget>
    {
        if (_json.TokenType == JsonTokenType.Null) return null;
        if (++_relatedDepth > MaxRelatedDepth) throw Unexpected("fewer levels of related objects");

        TTarget related = Object<TTarget>();
        _relatedDepth--;
        _frame.HasRelated = true;
        return related;
    }

    private TValue? AttachmentValue<TValue>(TValue? current) where TValue : AttachmentValue, IAttachmentValue<TValue>
    {
        try
        {
            return _frame.IsAttachmentId ? AttachmentJson.ReadId(ref _json, current) : AttachmentJson.ReadObject(ref _json, current);
        }
        catch (JsonException exception) when (!IsMalformed(exception))
        {
            throw Unexpected(_frame.IsAttachmentId ? "an attachment's id" : "an object with a state", exception);
        }
    }

    private readonly bool? BareBoolean() => _json.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.Null => null,
        _ => throw Unexpected("true or false"),
    };

    private readonly ReadOnlySpan<byte> ValueBytes()
    {
        if (!_json.HasValueSequence && !_json.ValueIsEscaped) return _json.ValueSpan;

        Utf8JsonReader here = _json;
        return JsonText.Unescaped(ref here);
    }

    /// <summary>Our readers throw plain JsonExceptions for values; Utf8JsonReader throws a private subclass for malformed JSON.</summary>
    private static bool IsMalformed(JsonException exception) => exception.GetType() != typeof(JsonException);
}
