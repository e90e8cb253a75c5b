using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Internal.Objects.Records;

namespace JourneyApps;

/// <summary>
/// One value of a <see cref="JourneyRecord"/>: JSON in the API's form, with views of it. A view gives null when the value is null, absent or of another type;
/// none of them throws.
/// </summary>
/// <remarks>Reading gives choices and booleans as <c>{key, display}</c>, writing needs the key alone (API page "Field Representation"): both are one value here.</remarks>
/// <example>
/// <code>
/// record["title"] = "Replace pump";
/// record["cost"] = 12.5;
/// string? state = record["state"].Text;        // the key of a choice
/// string? label = record["state"].Display;
/// </code>
/// </example>
[DebuggerDisplay("{ToString(),nq}")]
[SuppressMessage("Naming", "CA1720", Justification = "Its views are named in the data model's own words.")]
public readonly struct RecordValue : IEquatable<RecordValue>
{
    private readonly JsonElement _json;

    /// <summary>A value in the API's JSON.</summary>
    /// <param name="json">The JSON; copied.</param>
    public RecordValue(JsonElement json) => _json = json.ValueKind == JsonValueKind.Undefined ? json : json.Clone();

    /// <summary>Null, which clears a field when written.</summary>
    public static RecordValue Null { get; } = new(RecordJson.Null);

    /// <summary>The JSON; undefined for a value that is absent.</summary>
    public JsonElement Json => _json;

    /// <summary>Whether it is null or absent: the API means the same by both.</summary>
    public bool IsNull => _json.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined;

    /// <summary>Text, a choice's key, an id; of numbers and booleans their JSON.</summary>
    public string? Text => Key.ValueKind switch
    {
        JsonValueKind.String => RecordJson.String(Key),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => Key.GetRawText(),
        _ => null,
    };

    /// <summary>The label of a choice or boolean; null when there is none.</summary>
    public string? Display => _json.ValueKind == JsonValueKind.Object && _json.TryGetProperty("display", out JsonElement label) ? RecordJson.String(label) : null;

    /// <summary>A whole number that 64 bits hold; also written as <c>7.0</c>.</summary>
    public long? Integer => Key.ValueKind != JsonValueKind.Number ? null
        : Key.TryGetInt64(out long whole) ? whole
        : Key.TryGetDecimal(out decimal number) && number == decimal.Truncate(number) && number is >= long.MinValue and <= long.MaxValue ? (long)number
        : null;

    /// <summary>A number.</summary>
    public double? Number => Key.ValueKind == JsonValueKind.Number && Key.TryGetDouble(out double number) ? number : null;

    /// <summary>A boolean, bare or as a choice.</summary>
    public bool? Boolean => Key.ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null };

    /// <summary>A day; a time part is cut off, not converted.</summary>
    public DateOnly? Date => Text is { Length: >= 10 } text
        && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;

    /// <summary>A moment, in UTC; a text without a zone counts as UTC.</summary>
    public DateTimeOffset? DateTime => Text is { } text
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset at) ? at : null;

    /// <summary>The items of a multiple choice or another array; empty for everything else.</summary>
    public IReadOnlyList<RecordValue> Items
        => _json.ValueKind == JsonValueKind.Array ? [.. _json.EnumerateArray().Select(static item => new RecordValue(item))] : [];

    /// <summary>A part of a value with parts, such as <c>latitude</c> of a location or <c>original</c> of a photo; absent when it has none of that name.</summary>
    /// <param name="part">The part's JSON name.</param>
    public RecordValue this[string part]
        => _json.ValueKind == JsonValueKind.Object && _json.TryGetProperty(part, out JsonElement found) ? new RecordValue(found) : default;

    private JsonElement Key => RecordJson.KeyOf(_json);

    /// <summary>Text; null clears.</summary>
    /// <param name="value">The text.</param>
    public static implicit operator RecordValue(string? value) => value is null ? Null : new(RecordJson.From(value, static (writer, text) => writer.WriteStringValue(text)));

    /// <summary>A whole number, or the key of an integer choice.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator RecordValue(long value) => new(RecordJson.From(value, static (writer, number) => writer.WriteNumberValue(number)));

    /// <summary>A whole number, or the key of an integer choice.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator RecordValue(int value) => (long)value;

    /// <summary>A number.</summary>
    /// <param name="value">The number; JSON knows neither infinity nor NaN.</param>
    /// <exception cref="ArgumentException">The number is infinite or NaN.</exception>
    public static implicit operator RecordValue(double value) => double.IsFinite(value)
        ? new(RecordJson.From(value, static (writer, number) => writer.WriteNumberValue(number)))
        : throw new ArgumentException("JSON knows neither infinity nor NaN.", nameof(value));

    /// <summary>A boolean.</summary>
    /// <param name="value">True or false.</param>
    public static implicit operator RecordValue(bool value) => new(RecordJson.From(value, static (writer, boolean) => writer.WriteBooleanValue(boolean)));

    /// <summary>A day.</summary>
    /// <param name="value">The day.</param>
    public static implicit operator RecordValue(DateOnly value) => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A moment; written in UTC and whole seconds.</summary>
    /// <param name="value">The moment.</param>
    public static implicit operator RecordValue(DateTimeOffset value)
        => value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>The keys of a multiple choice; or the list that <c>in ?</c> of a query takes.</summary>
    /// <param name="value">The keys.</param>
    public static implicit operator RecordValue(string[]? value) => value is null ? Null : List([.. value.Select(static key => (RecordValue)key)]);

    /// <summary>JSON in the API's form.</summary>
    /// <param name="value">The JSON.</param>
    public static implicit operator RecordValue(JsonElement value) => new(value);

    /// <summary>An array: the keys of a multiple choice, or the list that <c>in ?</c> of a query takes.</summary>
    /// <param name="items">The items.</param>
    public static RecordValue List(params RecordValue[] items)
        => new(RecordJson.From(items, static (writer, all) =>
        {
            writer.WriteStartArray();
            foreach (RecordValue item in all) RecordJson.WriteKey(writer, item._json);
            writer.WriteEndArray();
        }));

    /// <summary>JSON in the API's form, from its text.</summary>
    /// <param name="json">One JSON value.</param>
    /// <exception cref="JsonException">It is none.</exception>
    public static RecordValue Parse(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return new RecordValue(document.RootElement);
    }

    /// <summary>A file for a photo, signature or attachment, as the API takes it in a write. It is held in memory whole; for large files use a generated model.</summary>
    /// <param name="content">The file's bytes.</param>
    /// <param name="fileName">Lower-case letters, digits, <c>_</c>, <c>-</c>, <c>.</c> and spaces only.</param>
    /// <exception cref="ArgumentException">The name holds other characters.</exception>
    public static RecordValue File(byte[] content, string fileName)
    {
        ArgumentNullException.ThrowIfNull(content);
        RecordJson.CheckFileName(fileName);
        return new(RecordJson.From((content, fileName), static (writer, file) =>
        {
            writer.WriteStartObject();
            writer.WriteBase64String("base64", file.content);
            writer.WriteString("filename", file.fileName);
            writer.WriteEndObject();
        }));
    }

    /// <summary>Whether both are written the same: a choice equals its bare key, absent equals null.</summary>
    /// <param name="other">The other value.</param>
    public bool Equals(RecordValue other) => string.Equals(RecordJson.WrittenText(_json), RecordJson.WrittenText(other._json), StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is RecordValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => RecordJson.WrittenText(_json).GetHashCode(StringComparison.Ordinal);

    /// <summary>Whether both are written the same.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(RecordValue left, RecordValue right) => left.Equals(right);

    /// <summary>Whether they are written differently.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(RecordValue left, RecordValue right) => !left.Equals(right);

    /// <summary>The text, else the JSON; empty for null.</summary>
    public override string ToString() => Text ?? (IsNull ? "" : _json.GetRawText());
}
