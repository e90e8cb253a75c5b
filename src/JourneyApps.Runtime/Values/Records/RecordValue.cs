using System.Diagnostics;
using System.Globalization;
using JourneyApps.Internal.Values.Attachments;
using JourneyApps.Internal.Values.Choices;
using JourneyApps.Internal.Values.Records;

namespace JourneyApps.Records;

/// <summary>A value without a generated type: the value of a field of a <see cref="JourneyRecord"/>, or an argument of a query. It contains
/// JSON in the API's form and has typed properties. Each of these properties is null if the value is null, absent or of another type; they
/// never throw an exception.</summary>
/// <remarks>The API returns choices and booleans as <c>{key, display}</c> and accepts the key alone (API page "Field Representation"). Both
/// are the same value here.</remarks>
/// <example>
/// <code>
/// record["title"] = "Replace pump";
/// record["cost"] = 12.5;
/// string? state = record["state"].Text;        // the key of a choice
/// string? label = record["state"].Display;
/// </code>
/// </example>
[DebuggerDisplay("{ToString(),nq}")]
[SuppressMessage("Naming", "CA1720", Justification = "The views have the names of the data model's types.")]
[SuppressMessage("Usage", "CA2225", Justification = "The conversions are how values are given; named twins would only repeat them.")]
public readonly struct RecordValue : IEquatable<RecordValue>
{
    private readonly JsonElement _json;

    // A value that the program gave, written into requests without a detour over JSON; null for a value that is JSON already.
    private readonly object? _given;

    /// <summary>Creates a value from the API's JSON.</summary>
    /// <param name="json">The JSON. It is copied.</param>
    public RecordValue(JsonElement json) => _json = json.ValueKind == JsonValueKind.Undefined ? json : json.Clone();

    private RecordValue(object? given)
    {
        _given = given;
        if (given is null) _json = RecordJson.Null;
    }

    /// <summary>The value null, which clears a field when it is written.</summary>
    public static RecordValue Null { get; } = new(RecordJson.Null);

    /// <summary>The JSON; undefined if the value is absent.</summary>
    public JsonElement Json => _given is null ? _json : RecordJson.From(this, static (writer, value) => value.WriteTo(writer));

    /// <summary>Whether the value is null or absent. The API does not distinguish the two.</summary>
    public bool IsNull => _given is null && _json.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined;

    /// <summary>The text, the key of a choice, or the id. For numbers and booleans, their JSON.</summary>
    public string? Text
    {
        get
        {
            JsonElement key = Key;
            return key.ValueKind switch
            {
                JsonValueKind.String => RecordJson.String(key),
                JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => key.GetRawText(),
                _ => null,
            };
        }
    }

    /// <summary>The label of a choice or boolean; null if there is none.</summary>
    public string? Display
        => _given is null && _json.ValueKind == JsonValueKind.Object && _json.TryGetProperty("display", out JsonElement label)
            ? RecordJson.String(label)
            : null;

    /// <summary>The whole number, if it fits into 64 bits. JSON such as <c>7.0</c> counts as a whole number.</summary>
    public long? Integer => Key is not { ValueKind: JsonValueKind.Number } key ? null
        : key.TryGetInt64(out long whole) ? whole
        : key.TryGetDecimal(out decimal number) && number == decimal.Truncate(number) && number is >= long.MinValue and <= long.MaxValue
            ? (long)number
        : null;

    /// <summary>The number.</summary>
    public double? Number => Key is { ValueKind: JsonValueKind.Number } key && key.TryGetDouble(out double number) ? number : null;

    /// <summary>The boolean, from a bare value or from a choice.</summary>
    public bool? Boolean => Key.ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null };

    /// <summary>The date. A time of day is truncated, not converted.</summary>
    public DateOnly? Date => Text is { } text && IsoTime.TryParseDate(text, out DateOnly day) ? day : null;

    /// <summary>The point in time, in UTC. A text without a time zone is read as UTC.</summary>
    public DateTimeOffset? DateTime => TimeOf(Text);

    /// <summary>The items of a multiple choice or of another array; empty for all other values.</summary>
    public IReadOnlyList<RecordValue> Items
        => Json is { ValueKind: JsonValueKind.Array } array ? [.. array.EnumerateArray().Select(static item => new RecordValue(item))] : [];

    /// <summary>Returns a part of the value, such as <c>latitude</c> of a location or <c>original</c> of a photo. The result is absent if
    /// there is no such part.</summary>
    /// <param name="part">The JSON name of the part.</param>
    public RecordValue this[string part]
        => _given is null && _json.ValueKind == JsonValueKind.Object && _json.TryGetProperty(part, out JsonElement found)
            ? new RecordValue(found)
            : default;

    private JsonElement Key => RecordJson.KeyOf(Json);

    /// <summary>Converts a text. Null clears a field.</summary>
    /// <param name="value">The text.</param>
    public static implicit operator RecordValue(string? value) => new((object?)value);

    /// <summary>Converts a whole number, or the key of an integer choice.</summary>
    /// <param name="value">The number; null clears.</param>
    public static implicit operator RecordValue(int? value) => From(value);

    /// <summary>Converts a whole number, or the key of an integer choice.</summary>
    /// <param name="value">The number; null clears.</param>
    public static implicit operator RecordValue(long? value) => From(value);

    /// <summary>Converts a number.</summary>
    /// <param name="value">The number; null clears.</param>
    /// <exception cref="ArgumentException">The number is infinite or NaN, which JSON cannot express.</exception>
    public static implicit operator RecordValue(double? value) => From(value);

    /// <summary>Converts a boolean.</summary>
    /// <param name="value">True or false; null clears.</param>
    public static implicit operator RecordValue(bool? value) => From(value);

    /// <summary>Converts a date.</summary>
    /// <param name="value">The date; null clears.</param>
    public static implicit operator RecordValue(DateOnly? value) => From(value);

    /// <summary>Converts a point in time. It is written in UTC with a precision of whole seconds.</summary>
    /// <param name="value">The time; null clears.</param>
    public static implicit operator RecordValue(DateTimeOffset? value) => From(value);

    /// <summary>Converts the keys of a multiple choice, or the list for <c>in ?</c> in a query.</summary>
    /// <param name="value">The keys.</param>
    public static implicit operator RecordValue(string[]? value)
        => value is null ? Null : List([.. value.Select(static key => (RecordValue)key)]);

    /// <summary>Converts JSON in the API's form.</summary>
    /// <param name="value">The JSON.</param>
    public static implicit operator RecordValue(JsonElement value) => new(value);

    /// <summary>Creates an array: the keys of a multiple choice, or the list for <c>in ?</c> in a query.</summary>
    /// <param name="items">The items.</param>
    public static RecordValue List(params RecordValue[] items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return new((object)items.ToArray());
    }

    /// <summary>Parses JSON in the API's form.</summary>
    /// <param name="json">One JSON value.</param>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static RecordValue Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return new RecordValue(document.RootElement);
    }

    /// <summary>Creates a file for a photo, signature or attachment that is uploaded with the next write.</summary>
    /// <param name="content">The file's bytes. They are copied.</param>
    /// <param name="fileName">The name to store. It can contain only lower-case letters, digits, <c>_</c>, <c>-</c>, <c>.</c> and
    /// spaces.</param>
    /// <exception cref="ArgumentException">The name contains other characters.</exception>
    public static RecordValue File(byte[] content, string fileName)
    {
        ArgumentNullException.ThrowIfNull(content);
        return new((object)UploadSource.FromBytes(content, FileNames.Check(fileName, nameof(fileName))));
    }

    /// <summary>Creates a file for a photo, signature or attachment that is streamed with the next write, so memory use does not depend on
    /// its size.</summary>
    /// <param name="open">Opens the content from its start, once per attempt. The stream is disposed after each attempt.</param>
    /// <param name="fileName">The name to store. It can contain only lower-case letters, digits, <c>_</c>, <c>-</c>, <c>.</c> and
    /// spaces.</param>
    /// <exception cref="ArgumentException">The name contains other characters.</exception>
    public static RecordValue File(Func<CancellationToken, ValueTask<Stream>> open, string fileName)
    {
        ArgumentNullException.ThrowIfNull(open);
        return new((object)new UploadSource(FileNames.Check(fileName, nameof(fileName)), open, canReopen: true));
    }

    /// <summary>Returns whether two values have the same meaning for the API: a choice equals its bare key, and absent equals
    /// null.</summary>
    /// <param name="other">The other value.</param>
    public bool Equals(RecordValue other) => Upload is not null || other.Upload is not null
        ? ReferenceEquals(_given, other._given)
        : string.Equals(RecordJson.WrittenText(Json), RecordJson.WrittenText(other.Json), StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is RecordValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => RecordJson.WrittenText(Json).GetHashCode(StringComparison.Ordinal);

    /// <summary>Returns whether two values have the same meaning for the API.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other value.</param>
    public static bool operator ==(RecordValue left, RecordValue right) => left.Equals(right);

    /// <summary>Returns whether two values have a different meaning for the API.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other value.</param>
    public static bool operator !=(RecordValue left, RecordValue right) => !left.Equals(right);

    /// <summary>Returns the text, or the JSON if the value is not a text; empty for null.</summary>
    public override string ToString() => Text ?? (IsNull ? "" : Json.GetRawText());

    /// <summary>A time in UTC; a text without a zone counts as UTC. Null for everything that is not a time.</summary>
    internal static DateTimeOffset? TimeOf(string? text)
        => text is not null && IsoTime.TryParse(text, out long utcTicks) ? new DateTimeOffset(utcTicks, TimeSpan.Zero) : null;

    internal static RecordValue From<T>(T? value)
        where T : struct
        => value is double number && !double.IsFinite(number)
            ? throw new ArgumentException("JSON cannot represent infinity or NaN.", nameof(value))
            : new((object?)value);

    internal static RecordValue From<TEnum>(Choice<TEnum>? value)
        where TEnum : struct, Enum
        => new((object?)value?.Option);

    internal static RecordValue From<TEnum>(ChoiceSet<TEnum>? value)
        where TEnum : struct, Enum
        => value is null ? Null : List([.. value.Select(static choice => From<TEnum>(choice))]);

    internal bool IsEmptyList => _given is RecordValue[] { Length: 0 };

    /// <summary>The content of a file that is to be uploaded; null for every other value.</summary>
    internal UploadSource? Upload => _given as UploadSource;

    /// <summary>Whether it is a text, or has one in it, with half of a surrogate pair or bytes that are not UTF-8.</summary>
    internal bool HasHalfSurrogate => _given switch
    {
        null => !RecordJson.IsText(_json),
        string text => !Surrogates.ArePaired(text),
        RecordValue[] items => Array.Exists(items, static item => item.HasHalfSurrogate),
        _ => false,
    };

    /// <summary>Writes the value as the API takes it: choices and booleans by their key; of a file to upload only the name.</summary>
    internal void WriteTo(Utf8JsonWriter writer)
    {
        switch (_given)
        {
            case null when !RecordJson.IsText(_json): throw new ArgumentException($"A value cannot be sent: {Surrogates.NotUtf8}");
            case null: RecordJson.WriteKey(writer, _json); break;
            case string text: writer.WriteStringValue(Surrogates.Check(text, "A value")); break;
            case int number: writer.WriteNumberValue(number); break;
            case long number: writer.WriteNumberValue(number); break;
            case double number: writer.WriteNumberValue(number); break;
            case bool boolean: writer.WriteBooleanValue(boolean); break;
            case DateOnly date: writer.WriteStringValue(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)); break;
            case DateTimeOffset time:
                writer.WriteStringValue(IsoTime.Format(time.UtcTicks - time.UtcTicks % TimeSpan.TicksPerSecond));
                break;
            case ChoiceOption { IsNumber: true } option: writer.WriteRawValue(option.KeyJson); break;
            case ChoiceOption option: writer.WriteStringValue(option.Key); break;
            case UploadSource upload:
                writer.WriteStartObject();
                writer.WriteString("filename"u8, upload.FileName);
                writer.WriteEndObject();
                break;
            case RecordValue[] items:
                writer.WriteStartArray();
                foreach (RecordValue item in items) item.WriteTo(writer);
                writer.WriteEndArray();
                break;
            default: throw new NotSupportedException($"A field cannot have a value of type {_given.GetType()}.");
        }
    }
}
