using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using JourneyApps.Internal.Values.Attachments;
using JourneyApps.Internal.Values.Json;

namespace JourneyApps.CompilerServices;

/// <summary>An attachment outside the API: <c>{id, state, urls by variant}</c>. An upload is refused.</summary>
/// <typeparam name="TValue">The class.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AttachmentConverter<TValue> : JsonConverter<TValue> where TValue : AttachmentValue, IAttachmentValue<TValue>
{
    /// <inheritdoc/>
    public override TValue? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        AttachmentJson.ReadObject<TValue>(ref reader, null);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TValue value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        using JsonOutput output = new();
        AttachmentJson.Write(output, value);
        JsonTokens.Copy(output.Written, writer);
    }
}
