using System.Text.Json;
using System.Text.Json.Serialization;

namespace JourneyApps.Tool.Schemas;

/// <summary>Writes field types as schemas write them. Reading is not supported.</summary>
internal sealed class TypeWordConverter : JsonConverter<FieldType>
{
    public override FieldType Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => throw new NotSupportedException("Reading is not supported.");

    public override void Write(Utf8JsonWriter writer, FieldType value, JsonSerializerOptions options)
        => writer.WriteStringValue(FieldTypeInfo.Of(value).Word);
}
