using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json.Serialization;
using JourneyApps.Internal.Values.Choices;

namespace JourneyApps;

/// <summary>The value of a choice field. If an option was added to the app after this code was generated, its key is kept, compared,
/// queried and written unchanged.</summary>
/// <remarks>Choices are equal if their keys are equal, and are sorted by their keys: integer keys by number, others character by character.
/// As text and in JSON, a choice is its key. A <c>default</c> choice has no value; writing or querying it throws an exception.</remarks>
/// <typeparam name="TEnum">The generated enum of the field's options.</typeparam>
/// <example><code>
/// job.State = JobState.Busy;
/// if (job.State?.Value is JobState.Busy) …
/// </code></example>
[TypeConverter(typeof(TextValueTypeConverter))]
[JsonConverter(typeof(ValueConverterFactory))]
[DebuggerDisplay("{ToString(),nq}")]
[SuppressMessage("Design", "CA1000", Justification = "The type argument is the point: a key belongs to a field.")]
[SuppressMessage("Design", "CA1036", Justification = "Sorting needs an order; only keys that are numbers can be more or less.")]
public readonly struct Choice<TEnum>
    : IEquatable<Choice<TEnum>>, IComparable<Choice<TEnum>>, IComparable, IParsable<Choice<TEnum>>, ITextValue where TEnum : struct, Enum
{
    private readonly ChoiceOption? _option;

    internal Choice(ChoiceOption option) => _option = option;

    /// <summary>Takes an option that this code knows.</summary>
    /// <param name="value">A member of the enum, or any number if the keys are integers.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a member of the enum.</exception>
    public Choice(TEnum value) => _option = ChoiceTable<TEnum>.Instance.Find(value);

    /// <summary>The option; null if this code does not know the key.</summary>
    public TEnum? Value => _option is { IsKnown: true } option ? ChoiceTable<TEnum>.ToEnum(option.Number) : null;

    /// <summary>The key as the platform stores it. For an integer choice, the digits of the key.</summary>
    /// <exception cref="InvalidOperationException">This is a <c>default</c> choice.</exception>
    public string Key => Option.Key;

    /// <summary>The label that the server sent for the key, or the label in the schema if the choice was set by your code. Null for an
    /// unknown key without a label.</summary>
    public string? Display => _option?.Display;

    /// <summary>Whether this code knows the key. False for a <c>default</c> choice.</summary>
    public bool IsKnown => _option is { IsKnown: true };

    internal bool IsDefault => _option is null;

    internal ChoiceOption Option
        => _option ?? throw new InvalidOperationException($"This Choice<{typeof(TEnum).Name}> is a default choice without a value.");

    /// <summary>Creates a choice from a key, whether or not this code knows it.</summary>
    /// <param name="key">The key as the platform stores it. For an integer choice, the digits of the key.</param>
    /// <returns>The choice.</returns>
    /// <exception cref="ArgumentNullException">The key is null.</exception>
    public static Choice<TEnum> FromKey(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new Choice<TEnum>(ChoiceTable<TEnum>.Instance.Find(key));
    }

    /// <summary>Creates a choice from an option that this code knows.</summary>
    /// <param name="value">A member of the enum, or any number if the keys are integers.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a member of the enum.</exception>
    public static implicit operator Choice<TEnum>(TEnum value) => new(value);

    /// <summary>Returns whether two choices have the same key.</summary>
    /// <param name="left">One choice.</param>
    /// <param name="right">Another choice.</param>
    /// <returns>True if the keys are the same or both choices are default.</returns>
    public static bool operator ==(Choice<TEnum> left, Choice<TEnum> right) => left.Equals(right);

    /// <summary>Returns whether two choices have different keys.</summary>
    /// <param name="left">One choice.</param>
    /// <param name="right">Another choice.</param>
    /// <returns>False if the keys are the same or both choices are default.</returns>
    public static bool operator !=(Choice<TEnum> left, Choice<TEnum> right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Choice<TEnum> other)
        => ReferenceEquals(_option, other._option)
            || (_option is not null && other._option is not null
            && _option.IsNumber == other._option.IsNumber && _option.Key == other._option.Key);

    /// <inheritdoc/>
    public override bool Equals(object? obj)
        => (obj is Choice<TEnum> other && Equals(other)) || (obj is TEnum value && Equals(new Choice<TEnum>(value)));

    /// <inheritdoc/>
    public override int GetHashCode() => _option is null ? 0 : _option.Key.GetHashCode(StringComparison.Ordinal);

    /// <summary>Compares two choices by their keys: integer keys by number, others character by character. Numbers come before texts, and a
    /// <c>default</c> choice comes first.</summary>
    /// <param name="other">Another choice.</param>
    /// <returns>Less than 0, 0, or greater than 0.</returns>
    public int CompareTo(Choice<TEnum> other) => ChoiceOption.Compare(_option, other._option);

    /// <summary>Returns the key; empty for a <c>default</c> choice. <see cref="Display"/> is the label.</summary>
    /// <returns>The key.</returns>
    public override string ToString() => _option is null ? "" : _option.Key;

    int IComparable.CompareTo(object? obj) => obj switch
    {
        null => 1,
        Choice<TEnum> other => CompareTo(other),
        _ => throw new ArgumentException($"The object is not a choice of {typeof(TEnum).Name}.", nameof(obj)),
    };

    static Choice<TEnum> IParsable<Choice<TEnum>>.Parse(string s, IFormatProvider? provider)
        => string.IsNullOrEmpty(s) ? throw new FormatException($"An empty text is not a choice of {typeof(TEnum).Name}.") : FromKey(s);

    /// <summary>Creates a choice from a text, such as a part of a route or a value of a form. Minimal APIs call this method, and require it
    /// to be public.</summary>
    /// <param name="s">The key, whether or not this code knows it.</param>
    /// <param name="provider">Not used.</param>
    /// <param name="result">The choice; <c>default</c> if the text is empty.</param>
    /// <returns>False if the text is null or empty.</returns>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Choice<TEnum> result)
    {
        result = string.IsNullOrEmpty(s) ? default : FromKey(s);
        return !result.IsDefault;
    }

    object ITextValue.FromText(string text) => FromKey(text);

    string ITextValue.ToText() => Key;

    JsonConverter IConverterSource.CreateConverter() => new ChoiceConverter<TEnum>();
}
