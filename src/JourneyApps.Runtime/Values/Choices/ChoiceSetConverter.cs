using System.Text.Json.Serialization;

namespace JourneyApps.Internal.Values.Choices;

/// <summary>A multiple choice as an array of bare keys; read from the API's <c>{key, display}</c> as well.</summary>
internal sealed class ChoiceSetConverter<TEnum> : JsonConverter<ChoiceSet<TEnum>>, ITypeInfoSource<ChoiceSet<TEnum>>
    where TEnum : struct, Enum
{
    private readonly ChoiceConverter<TEnum> _items = new();

    public override ChoiceSet<TEnum>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => ChoiceReader.ReadSet<TEnum>(ref reader);

    public override void Write(Utf8JsonWriter writer, ChoiceSet<TEnum> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (Choice<TEnum> item in value)
            _items.Write(writer, item, options);
        writer.WriteEndArray();
    }
}
