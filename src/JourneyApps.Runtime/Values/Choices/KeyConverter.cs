using System.ComponentModel;
using System.Text.Json.Serialization;
using JourneyApps.Internal.Values.Choices;

namespace JourneyApps.CompilerServices;

/// <summary>An option of a generated enum as its key in JSON. Keys that this code does not know are rejected; a <see cref="Choice{TEnum}"/>
/// keeps them.</summary>
/// <typeparam name="TEnum">The generated enum.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class KeyConverter<TEnum> : JsonConverter<TEnum>, INullableTypeInfoSource<TEnum> where TEnum : struct, Enum
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">The value is not a key that this code knows.</exception>
    public override TEnum Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => Known(ChoiceReader.Read<TEnum>(ref reader));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ChoiceOption option = ChoiceTable<TEnum>.Instance.Find(value);
        if (option.IsNumber) writer.WriteRawValue(option.KeyJson);
        else writer.WriteStringValue(option.Key);
    }

    /// <inheritdoc/>
    /// <exception cref="JsonException">The name is not a key that this code knows.</exception>
    public override TEnum ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => Known(Choice<TEnum>.FromKey(reader.GetString()!));

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(ChoiceTable<TEnum>.Instance.Find(value).Key);
    }

    private static TEnum Known(Choice<TEnum>? choice)
        => choice switch
        {
            null => throw new JsonException("Expected a key, or an object with a key."),
            { Value: { } value } => value,
            { Key: var key } => throw new JsonException(
                $"'{key}' is not a key of {typeof(TEnum).Name}; use Choice<{typeof(TEnum).Name}> to keep unknown keys."),
        };
}
