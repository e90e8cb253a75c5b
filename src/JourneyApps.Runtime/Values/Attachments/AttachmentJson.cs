namespace JourneyApps.Internal.Values.Attachments;

/// <summary>Reads an attachment from its two members, <c>photo</c> and <c>photo_id</c>, in either order, and writes it as one
/// object.</summary>
internal static class AttachmentJson
{
    /// <summary>Reads <c>photo</c>. Completes the value that <c>photo_id</c> gave before; it is not shared yet.</summary>
    /// <exception cref="JsonException">Not an object.</exception>
    public static TValue? ReadObject<TValue>(ref Utf8JsonReader json, TValue? current)
        where TValue : AttachmentValue, IAttachmentValue<TValue>
    {
        if (json.TokenType == JsonTokenType.Null) return current;
        if (json.TokenType != JsonTokenType.StartObject) throw new JsonException("Expected an object with a state.");

        TValue value = current ?? TValue.Create(null);
        value.ClearFile();
        while (json.Read() && json.TokenType != JsonTokenType.EndObject)
            ReadMember(ref json, value);
        return value;
    }

    /// <summary>Reads <c>photo_id</c>; alone it means a pending file.</summary>
    /// <exception cref="JsonException">Not a string.</exception>
    public static TValue? ReadId<TValue>(ref Utf8JsonReader json, TValue? current) where TValue : AttachmentValue, IAttachmentValue<TValue>
    {
        if (json.TokenType == JsonTokenType.Null) return current;
        if (json.TokenType != JsonTokenType.String) throw new JsonException("Expected the attachment's id.");

        TValue value = current ?? TValue.Create(null);
        value.Id = json.GetString();
        return value;
    }

    /// <summary>Writes id, state and URLs for another serializer. The API takes the id alone.</summary>
    /// <exception cref="NotSupportedException">The value is an upload that was not sent yet.</exception>
    public static void Write(JsonOutput output, AttachmentValue value)
    {
        value.ThrowIfUpload();
        output.WriteRaw((byte)'{');
        WriteOptional(output, "\"id\":"u8, value.Id);
        WriteOptional(output, "\"state\":"u8, value.StateText);
        foreach ((string variant, string url) in value.Urls)
        {
            output.Separate();
            output.WriteText(variant);
            output.WriteRaw((byte)':');
            output.WriteText(url);
        }

        output.WriteRaw((byte)'}');
    }

    private static void WriteOptional(JsonOutput output, ReadOnlySpan<byte> label, string? value)
    {
        if (value is null) return;
        output.WriteLabel(label);
        output.WriteText(value);
    }

    private static void ReadMember(ref Utf8JsonReader json, AttachmentValue value)
    {
        string? known = json.HasValueSequence ? null : AttachmentUrls.Intern(json.ValueSpan);
        if (known is null && json.ValueTextEquals("state"u8))
        {
            json.Read();
            if (json.TokenType == JsonTokenType.String)
                value.StateText = (json.HasValueSequence ? null : AttachmentStates.Intern(json.ValueSpan)) ?? json.GetString();
            else
                json.Skip();
        }
        else if (known is null && json.ValueTextEquals("id"u8))
        {
            json.Read();
            if (json.TokenType == JsonTokenType.String)
                value.Id = json.GetString();
            else
                json.Skip();
        }
        else
        {
            // Every other text is a URL under its variant's name: the platform may add variants.
            string variant = known ?? json.GetString()!;
            json.Read();
            if (json.TokenType == JsonTokenType.String)
                value.SetUrl(
                    variant, json.HasValueSequence || json.ValueIsEscaped ? JsonText.Unescaped(ref json) : json.ValueSpan.ToArray());
            else
                json.Skip();
        }
    }
}
