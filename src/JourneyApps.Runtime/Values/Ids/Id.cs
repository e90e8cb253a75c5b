using System.ComponentModel;
using System.Text.Json.Serialization;
using JourneyApps.Internal.Values.Ids;

namespace JourneyApps;

/// <summary>The id of an object of the model <typeparamref name="TModel"/>. Ids of different models cannot be converted to each
/// other.</summary>
/// <remarks>An id of an object that was read is the text that the server sent. A UUID that your code passes is stored in lower case. An id
/// that you write must be a UUID (8-4-4-4-12 hexadecimal digits), because the platform rejects others. A <c>default</c> id has no value,
/// and using it throws an exception. Null is not an id: write <c>hasSite ? site.Id : (Id&lt;Site&gt;?)null</c>. Ids are sorted by their
/// text.</remarks>
/// <typeparam name="TModel">The generated model class.</typeparam>
/// <example><code>
/// job.SiteId = site.Id;
/// Id&lt;Job&gt; id = "42059e2e-d2a2-11e3-a9f3-001e6733fe3c";
/// </code></example>
[TypeConverter(typeof(TextValueTypeConverter))]
[JsonConverter(typeof(ValueConverterFactory))]
[SuppressMessage("Design", "CA1000", Justification = "The type argument is the point: an id is made for a model.")]
[SuppressMessage("Design", "CA1036", Justification = "Sorting needs an order; whether one id is less than another is not a question.")]
[SuppressMessage("Usage", "CA2225", Justification = "From, Parse and the constructor are the named forms.")]
public readonly struct Id<TModel> : IEquatable<Id<TModel>>, IComparable<Id<TModel>>, IComparable, IParsable<Id<TModel>>, ITextValue
{
    private readonly string? _value;

    /// <summary>Creates an id from its text.</summary>
    /// <param name="value">The text. A UUID is stored in lower case. Whether the text is a UUID is checked only when it is written.</param>
    /// <exception cref="ArgumentException">The text is null or empty.</exception>
    public Id(string value)
    {
        _value = string.IsNullOrEmpty(value)
            ? throw new ArgumentException($"An id cannot be null or empty. For no id, use (Id<{typeof(TModel).Name}>?)null.", nameof(value))
            : UuidText.ToLower(value);
    }

    private Id(string value, bool isFromServer) => _value = value;

    /// <summary>The id's text.</summary>
    /// <exception cref="InvalidOperationException">This is a <c>default</c> id.</exception>
    public string Value => _value ?? throw new InvalidOperationException($"This Id<{typeof(TModel).Name}> is a default id.");

    /// <summary>Whether the id is a <c>default</c> id without a value.</summary>
    public bool IsDefault => _value is null;

    /// <summary>Creates an id from a <see cref="Guid"/>, with lower-case letters and hyphens.</summary>
    /// <param name="value">Any UUID.</param>
    /// <returns>The id.</returns>
    public static Id<TModel> From(Guid value) => new(value.ToString("D"));

    /// <summary>Derives an id from your own key, so that importing the same record twice writes the same object.</summary>
    /// <remarks>The id is a UUID version 5 as defined by RFC 9562: the SHA-1 hash of the namespace and the UTF-8 bytes of the
    /// key.</remarks>
    /// <param name="keyNamespace">A UUID that you choose once for the system that your keys come from.</param>
    /// <param name="key">The key. It is compared byte by byte, so it is case-sensitive.</param>
    /// <returns>The id, which is always the same for the same namespace and key.</returns>
    /// <example><code>var job = Job.New(Id&lt;Job&gt;.FromKey(ErpOrders, "SO-1234"));</code></example>
    public static Id<TModel> FromKey(Guid keyNamespace, string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return From(NameBasedUuid.Create(keyNamespace, key));
    }

    /// <summary>Parses a UUID in upper or lower case and in the forms that <see cref="Guid.Parse(string)"/> accepts.</summary>
    /// <param name="text">The UUID.</param>
    /// <returns>The id in lower case.</returns>
    /// <exception cref="FormatException">The text is not a UUID.</exception>
    public static Id<TModel> Parse(string text) => From(Guid.Parse(text));

    /// <summary>Parses a UUID as <see cref="Parse(string)"/> does, without throwing an exception.</summary>
    /// <param name="text">The UUID, or anything else.</param>
    /// <param name="result">The id in lower case, or a default id.</param>
    /// <returns>False if the text is not a UUID.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out Id<TModel> result)
    {
        bool parsed = Guid.TryParse(text, out Guid value);
        result = parsed ? From(value) : default;
        return parsed;
    }

    /// <summary>The id as a <see cref="Guid"/>.</summary>
    /// <returns>The UUID.</returns>
    /// <exception cref="FormatException">The id that the server assigned to this object is not a UUID.</exception>
    /// <exception cref="InvalidOperationException">This is a <c>default</c> id.</exception>
    public Guid ToGuid() => Guid.Parse(Value);

    /// <summary>Creates an id from its text. A UUID is stored in lower case.</summary>
    /// <param name="value">The id.</param>
    /// <exception cref="ArgumentException">The text is null or empty.</exception>
    public static implicit operator Id<TModel>(string value) => new(value);

    /// <summary>Creates an id from its text, or none from null.</summary>
    /// <param name="value">The id, or null.</param>
    /// <exception cref="ArgumentException">The text is empty.</exception>
    public static implicit operator Id<TModel>?(string? value) => value is null ? default(Id<TModel>?) : new Id<TModel>(value);

    /// <summary>Creates an id from a UUID.</summary>
    /// <param name="value">Any UUID.</param>
    public static implicit operator Id<TModel>(Guid value) => From(value);

    /// <summary>Refused by the compiler: with a second conversion, the literal <c>null</c> never becomes an id.</summary>
    /// <param name="value">The literal <c>null</c>.</param>
    [Obsolete("Write (Id<…>?)null for no id.", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public static implicit operator Id<TModel>(NullLiteral value) => default;

    /// <summary>Returns whether two ids have the same text.</summary>
    /// <param name="left">One id.</param>
    /// <param name="right">Another id.</param>
    /// <returns>True if both have the same text or both are default.</returns>
    public static bool operator ==(Id<TModel> left, Id<TModel> right) => left.Equals(right);

    /// <summary>Returns whether two ids have different texts.</summary>
    /// <param name="left">One id.</param>
    /// <param name="right">Another id.</param>
    /// <returns>False if both have the same text or both are default.</returns>
    public static bool operator !=(Id<TModel> left, Id<TModel> right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Id<TModel> other) => string.Equals(_value, other._value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Id<TModel> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _value is null ? 0 : _value.GetHashCode(StringComparison.Ordinal);

    /// <summary>The id's text; empty for a default id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => _value ?? "";

    /// <summary>Compares two ids by their texts, character by character; a default id is the first.</summary>
    /// <param name="other">Another id.</param>
    /// <returns>Less than 0, 0, or greater than 0.</returns>
    public int CompareTo(Id<TModel> other) => string.CompareOrdinal(_value, other._value);

    /// <summary>An id as the server sent it.</summary>
    internal static Id<TModel> FromServer(string value) => new(value, isFromServer: true);

    int IComparable.CompareTo(object? obj) => obj switch
    {
        null => 1,
        Id<TModel> other => CompareTo(other),
        _ => throw new ArgumentException($"The object is not an {nameof(Id<TModel>)} of {typeof(TModel).Name}.", nameof(obj)),
    };

    static Id<TModel> IParsable<Id<TModel>>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<Id<TModel>>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Id<TModel> result)
        => TryParse(s, out result);

    object ITextValue.FromText(string text) => new Id<TModel>(text);

    string ITextValue.ToText() => Value;

    JsonConverter IConverterSource.CreateConverter() => new IdConverter<TModel>();
}
