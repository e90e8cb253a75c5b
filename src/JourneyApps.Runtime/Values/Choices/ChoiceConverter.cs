using System.Text.Json.Serialization;

namespace JourneyApps.Internal.Values.Choices;

/// <summary>A choice as its bare key; read from the API's <c>{key, display}</c> as well.</summary>
internal sealed class ChoiceConverter<TEnum> : JsonConverter<Choice<TEnum>>, INullableTypeInfoSource<Choice<TEnum>>
    where TEnum : struct, Enum
{
    public override Choice<TEnum> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => ChoiceReader.Read<TEnum>(ref reader) ?? throw new JsonException("Expected a key, or an object with a key.");

    public override void Write(Utf8JsonWriter writer, Choice<TEnum> value, JsonSerializerOptions options)
    {
        if (value.Option.IsNumber)
            writer.WriteRawValue(value.Option.KeyJson);
        else
            writer.WriteStringValue(value.Key);
    }

    public override Choice<TEnum> ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => Choice<TEnum>.FromKey(reader.GetString()!);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, Choice<TEnum> value, JsonSerializerOptions options)
        => writer.WritePropertyName(value.Key);
}
