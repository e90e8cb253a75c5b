using System.ComponentModel;
using System.Globalization;

namespace JourneyApps.Internal.Values.Json;

/// <summary>Converts ids and choices to text and back for Newtonsoft.Json, configuration and model binding.</summary>
/// <param name="type">A closed id or choice type; <see cref="TypeDescriptor"/> passes it.</param>
internal sealed class TextValueTypeConverter(Type type) : TypeConverter
{
    private readonly ITextValue _value = ConverterSources.Find(Nullable.GetUnderlyingType(type) ?? type) as ITextValue
        ?? throw new ArgumentException($"{type} has no text form.", nameof(type));

    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) => sourceType == typeof(string);

    public override bool CanConvertTo(ITypeDescriptorContext? context, Type? destinationType) => destinationType == typeof(string);

    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value)
        => value is string text ? _value.FromText(text) : base.ConvertFrom(context, culture, value);

    public override object? ConvertTo(ITypeDescriptorContext? context, CultureInfo? culture, object? value, Type destinationType)
        => destinationType == typeof(string) && value is ITextValue text
            ? text.ToText()
            : base.ConvertTo(context, culture, value, destinationType);
}
