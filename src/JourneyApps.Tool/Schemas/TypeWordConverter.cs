using System.Text.Json;
using System.Text.Json.Serialization;
using JourneyApps.Schema;

namespace JourneyApps.Tool.Schemas;

/// <summary>Field types in JSON by the schema's own words. Written only.</summary>
internal sealed class TypeWordConverter : JsonConverter<FieldType>
{
    public override FieldType Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => throw new NotSupportedException("This JSON is only written.");

    public override void Write(Utf8JsonWriter writer, FieldType value, JsonSerializerOptions options) => writer.WriteStringValue(FieldTypeInfo.Of(value).Word);
}
