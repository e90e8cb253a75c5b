using System.Diagnostics;
using System.Globalization;
using JourneyApps.Internal.Values.Attachments;
using JourneyApps.Internal.Values.Choices;
using JourneyApps.Internal.Values.Records;

namespace JourneyApps.Records;

/// <summary>One value without a generated type: of a field of a <see cref="JourneyRecord"/>, or of an argument in a query. It is JSON in
/// the API's form, with typed views. A view is null when the value is null, absent or of another type; views never throw.</summary>
/// <remarks>The API returns choices and booleans as <c>{key, display}</c> and takes the key alone (API page "Field Representation"): both
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

    /// <summary>A value in the API's JSON.</summary>
    /// <param name="json">The JSON; copied.</param>
    public RecordValue(JsonElement json) => _json = json.ValueKind == JsonValueKind.Undefined ? json : json.Clone();

    private RecordValue(object? given)
    {
        _given = given;
        if (given is null) _json = RecordJson.Null;
    }

    /// <summary>Null, which clears a field when written.</summary>
    public static RecordValue Null { get; } = new(RecordJson.Null);

    /// <summary>The JSON; undefined for a value that is absent.</summary>
    public JsonElement Json => _given is null ? _json : RecordJson.From(this, static (writer, value) => value.WriteTo(writer));

    /// <summary>Whether it is null or absent: the API does not distinguish them.</summary>
    public bool IsNull => _given is null && _json.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined;

    /// <summary>Text, a choice's key, an id; of numbers and booleans their JSON.</summary>
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

    /// <summary>The label of a choice or boolean; null when there is none.</summary>
    public string? Display
        => _given is null && _json.ValueKind == JsonValueKind.Object && _json.TryGetProperty("display", out JsonElement label)
            ? RecordJson.String(label)
            : null;

    /// <summary>A whole number that 64 bits hold; also written as <c>7.0</c>.</summary>
    public long? Integer => Key is not { ValueKind: JsonValueKind.Number } key ? null
        : key.TryGetInt64(out long whole) ? whole
        : key.TryGetDecimal(out decimal number) && number == decimal.Truncate(number) && number is >= long.MinValue and <= long.MaxValue
            ? (long)number
        : null;

    /// <summary>A number.</summary>
    public double? Number => Key is { ValueKind: JsonValueKind.Number } key && key.TryGetDouble(out double number) ? number : null;

    /// <summary>A boolean, bare or as a choice.</summary>
    public bool? Boolean => Key.ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null };

    /// <summary>A day; a time part is cut off, not converted.</summary>
    public DateOnly? Date => Text is { Length: >= 10 } text
        && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
        ? day
        : null;

    /// <summary>A moment, in UTC; a text without a zone counts as UTC.</summary>
    public DateTimeOffset? DateTime => TimeOf(Text);

    /// <summary>The items of a multiple choice or another array; empty for everything else.</summary>
    public IReadOnlyList<RecordValue> Items
        => Json is { ValueKind: JsonValueKind.Array } array ? [.. array.EnumerateArray().Select(static item => new RecordValue(item))] : [];

    /// <summary>A part of a value with parts, such as <c>latitude</c> of a location or <c>original</c> of a photo; absent when it has none
    /// of that name.</summary>
    /// <param name="part">The part's JSON name.</param>
    public RecordValue this[string part]
        => _given is null && _json.ValueKind == JsonValueKind.Object && _json.TryGetProperty(part, out JsonElement found)
            ? new RecordValue(found)
            : default;

    private JsonElement Key => RecordJson.KeyOf(Json);

    /// <summary>Text; null clears.</summary>
    /// <param name="value">The text.</param>
    public static implicit operator RecordValue(string? value) => new((object?)value);

    /// <summary>A whole number, or the key of an integer choice.</summary>
    /// <param name="value">The number; null clears.</param>
    public static implicit operator RecordValue(int? value) => From(value);

    /// <summary>A whole number, or the key of an integer choice.</summary>
    /// <param name="value">The number; null clears.</param>
    public static implicit operator RecordValue(long? value) => From(value);

    /// <summary>A number.</summary>
    /// <param name="value">The number; null clears.</param>
    /// <exception cref="ArgumentException">The number is infinite or NaN, which JSON cannot express.</exception>
    public static implicit operator RecordValue(double? value) => From(value);

    /// <summary>A boolean.</summary>
    /// <param name="value">True or false; null clears.</param>
    public static implicit operator RecordValue(bool? value) => From(value);

    /// <summary>A date.</summary>
    /// <param name="value">The date; null clears.</param>
    public static implicit operator RecordValue(DateOnly? value) => From(value);

    /// <summary>A point in time; written in UTC and whole seconds.</summary>
    /// <param name="value">The time; null clears.</param>
    public static implicit operator RecordValue(DateTimeOffset? value) => From(value);

    /// <summary>The keys of a multiple choice; or the list that <c>in ?</c> of a query takes.</summary>
    /// <param name="value">The keys.</param>
    public static implicit operator RecordValue(string[]? value)
        => value is null ? Null : List([.. value.Select(static key => (RecordValue)key)]);

    /// <summary>JSON in the API's form.</summary>
    /// <param name="value">The JSON.</param>
    public static implicit operator RecordValue(JsonElement value) => new(value);

    /// <summary>An array: the keys of a multiple choice, or the list that <c>in ?</c> of a query takes.</summary>
    /// <param name="items">The items.</param>
    public static RecordValue List(params RecordValue[] items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return new((object)items.ToArray());
    }

    /// <summary>JSON in the API's form, from its text.</summary>
    /// <param name="json">One JSON value.</param>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static RecordValue Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return new RecordValue(document.RootElement);
    }

    /// <summary>A file for a photo, signature or attachment, uploaded with the next write.</summary>
    /// <param name="content">The file's bytes; copied.</param>
    /// <param name="fileName">Lower-case letters, digits, <c>_</c>, <c>-</c>, <c>.</c> and spaces only.</param>
    /// <exception cref="ArgumentException">The name holds other characters.</exception>
    public static RecordValue File(byte[] content, string fileName)
    {
        ArgumentNullException.ThrowIfNull(content);
        return new((object)UploadSource.FromBytes(content, FileNames.Check(fileName, nameof(fileName))));
    }

    /// <summary>A file for a photo, signature or attachment, streamed with the next write, so that memory stays flat whatever its
    /// size.</summary>
    /// <param name="open">Opens the content from its start, once per attempt. The stream is disposed after each.</param>
    /// <param name="fileName">Lower-case letters, digits, <c>_</c>, <c>-</c>, <c>.</c> and spaces only.</param>
    /// <exception cref="ArgumentException">The name holds other characters.</exception>
    public static RecordValue File(Func<CancellationToken, ValueTask<Stream>> open, string fileName)
    {
        ArgumentNullException.ThrowIfNull(open);
        return new((object)new UploadSource(FileNames.Check(fileName, nameof(fileName)), open, canReopen: true));
    }

    /// <summary>Whether both are written the same: a choice equals its bare key, absent equals null.</summary>
    /// <param name="other">The other value.</param>
    public bool Equals(RecordValue other) => Upload is not null || other.Upload is not null
        ? ReferenceEquals(_given, other._given)
        : string.Equals(RecordJson.WrittenText(Json), RecordJson.WrittenText(other.Json), StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is RecordValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => RecordJson.WrittenText(Json).GetHashCode(StringComparison.Ordinal);

    /// <summary>Whether both are written the same.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(RecordValue left, RecordValue right) => left.Equals(right);

    /// <summary>Whether they are written differently.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(RecordValue left, RecordValue right) => !left.Equals(right);

    /// <summary>The text, else the JSON; empty for null.</summary>
    public override string ToString() => Text ?? (IsNull ? "" : Json.GetRawText());

    /// <summary>A time in UTC; a text without a zone counts as UTC. Null for everything that is not a time.</summary>
    internal static DateTimeOffset? TimeOf(string? text)
    {
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Utc, out DateTimeOffset time) ? time : null;
    }

    internal static RecordValue From<T>(T? value)
        where T : struct
        => value is double number && !double.IsFinite(number)
            ? throw new ArgumentException("JSON has no infinity and no NaN.", nameof(value))
            : new((object?)value);

    internal static RecordValue From<TEnum>(Choice<TEnum>? value)
        where TEnum : struct, Enum
        => new((object?)value?.Option);

    internal static RecordValue From<TEnum>(ChoiceSet<TEnum>? value)
        where TEnum : struct, Enum
        => value is null ? Null : List([.. value.Select(static choice => From<TEnum>(choice))]);

    /// <summary>The content of a file that is to be uploaded; null for every other value.</summary>
    internal UploadSource? Upload => _given as UploadSource;

    /// <summary>Writes the value as the API takes it: choices and booleans by their key; of a file to upload only the name.</summary>
    internal void WriteTo(Utf8JsonWriter writer)
    {
        switch (_given)
        {
            case null: RecordJson.WriteKey(writer, _json); break;
            case string text: writer.WriteStringValue(text); break;
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
            default: throw new NotSupportedException($"A field cannot hold a {_given.GetType()}.");
        }
    }
}
