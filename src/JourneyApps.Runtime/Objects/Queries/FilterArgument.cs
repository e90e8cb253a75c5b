using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Internal.Values.Choices;
using JourneyApps.Internal.Values.Json;

namespace JourneyApps;

/// <summary>A value in a filter. Made from texts, numbers, booleans, days and times by themselves.</summary>
[SuppressMessage("Usage", "CA2225", Justification = "The conversions exist for arguments of Filter.Raw; List and Null are the only named ways needed.")]
[SuppressMessage("Performance", "CA1815", Justification = "Passed on, never compared.")]
public readonly struct FilterArgument
{
    private readonly object? _value;

    private FilterArgument(object? value) => _value = value;

    /// <summary>No value.</summary>
    public static FilterArgument Null => default;

    /// <summary>True for no value.</summary>
    internal bool IsNull => _value is null;

    internal int Count => _value is FilterArgument[] list ? list.Length : 1;

    /// <summary>Several values in one, for <c>in</c>, <c>not in</c> and multiple choices.</summary>
    /// <param name="values">The values.</param>
    /// <returns>The argument.</returns>
    public static FilterArgument List(params FilterArgument[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new FilterArgument((FilterArgument[])[.. values]);
    }

    /// <summary>A text.</summary>
    /// <param name="value">The value; null is no value.</param>
    public static implicit operator FilterArgument(string? value) => new(value);

    /// <summary>A whole number.</summary>
    /// <param name="value">The value; null is no value.</param>
    public static implicit operator FilterArgument(int? value) => new(value);

    /// <summary>A number.</summary>
    /// <param name="value">The value; null is no value.</param>
    public static implicit operator FilterArgument(double? value) =>
        value is not { } number || double.IsFinite(number) ? new(value) : throw new ArgumentException("JSON has no infinities and no NaN.", nameof(value));

    /// <summary>A boolean.</summary>
    /// <param name="value">The value; null is no value.</param>
    public static implicit operator FilterArgument(bool? value) => new(value);

    /// <summary>A day.</summary>
    /// <param name="value">The value; null is no value.</param>
    public static implicit operator FilterArgument(DateOnly? value) => new(value);

    /// <summary>A point in time; sent in UTC and whole seconds, which is how the platform compares.</summary>
    /// <param name="value">The value; null is no value.</param>
    public static implicit operator FilterArgument(DateTimeOffset? value) => new(value);

    /// <summary>Writes the value as JSON.</summary>
    /// <param name="writer">Where to.</param>
    internal void WriteTo(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        switch (_value)
        {
            case null: writer.WriteNullValue(); break;
            case string text: writer.WriteStringValue(text); break;
            case int number: writer.WriteNumberValue(number); break;
            case double number: writer.WriteNumberValue(number); break;
            case bool value: writer.WriteBooleanValue(value); break;
            case DateOnly day: writer.WriteStringValue(day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)); break;
            case DateTimeOffset time: writer.WriteStringValue(IsoTime.Format(time.UtcTicks - time.UtcTicks % TimeSpan.TicksPerSecond)); break;
            case ChoiceOption { IsNumber: true } option: writer.WriteRawValue(option.KeyJson); break;
            case ChoiceOption option: writer.WriteStringValue(option.Key); break;
            case FilterArgument[] list:
                writer.WriteStartArray();
                foreach (FilterArgument item in list)
                    item.WriteTo(writer);
                writer.WriteEndArray();
                break;
        }
    }

    internal static FilterArgument From<TEnum>(Choice<TEnum> value) where TEnum : struct, Enum => new(value.Option);

    internal static FilterArgument From<TEnum>(Choice<TEnum>? value) where TEnum : struct, Enum => new(value?.Option);

    internal static FilterArgument From<TEnum>(ChoiceSet<TEnum>? value) where TEnum : struct, Enum =>
        value is null ? Null : List([.. value.Select(static item => From(item))]);

    internal static FilterArgument From<TModel>(Id<TModel> value) => new(value.Value);

    internal static FilterArgument From<TModel>(Id<TModel>? value) => new(value?.Value);
}
