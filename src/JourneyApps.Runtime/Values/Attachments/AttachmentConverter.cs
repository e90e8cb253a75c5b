using System.Text.Json.Serialization;

namespace JourneyApps.Internal.Values.Attachments;

/// <summary>A file outside the API: id, state, and URLs by variant. An upload is refused.</summary>
internal sealed class AttachmentConverter<TValue> : JsonConverter<TValue> where TValue : AttachmentValue, IAttachmentValue<TValue>
{
    public override TValue? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => AttachmentJson.ReadObject<TValue>(ref reader, null);

    public override void Write(Utf8JsonWriter writer, TValue value, JsonSerializerOptions options)
    {
        using JsonOutput output = new();
        AttachmentJson.Write(output, value);
        JsonTokens.Copy(output.Written, writer);
    }
}
