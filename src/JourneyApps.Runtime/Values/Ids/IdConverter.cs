using System.Text.Json.Serialization;

namespace JourneyApps.Internal.Values.Ids;

/// <summary>An id as a JSON string; a default one is refused.</summary>
internal sealed class IdConverter<TModel> : JsonConverter<Id<TModel>>, INullableTypeInfoSource<Id<TModel>>
{
    public override Id<TModel> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => reader.TokenType == JsonTokenType.String && reader.GetString() is { Length: > 0 } text
            ? new Id<TModel>(text)
            : throw new JsonException("Expected a JSON string that is not empty.");

    public override void Write(Utf8JsonWriter writer, Id<TModel> value, JsonSerializerOptions options)
        => writer.WriteStringValue(value.Value);

    public override Id<TModel> ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => new(reader.GetString()!);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, Id<TModel> value, JsonSerializerOptions options)
        => writer.WritePropertyName(value.Value);
}
