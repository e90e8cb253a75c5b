namespace JourneyApps.Internal.Objects.Records;

/// <summary>Reads objects of any model from the API's JSON.</summary>
internal static class RecordReader
{
    /// <summary>Reads one object.</summary>
    /// <exception cref="JsonException">The JSON is malformed, is not an object, has no id, or does not name a model.</exception>
    /// <exception cref="UnreadableObjectException">The object is of another model, or embeds another object than the one that it links
    /// to.</exception>
    internal static JourneyRecord Read(ReadOnlySpan<byte> json, string? model)
    {
        var reader = new Utf8JsonReader(json);
        if (!reader.Read()) throw new JsonException("The JSON is empty.");
        try
        {
            JourneyRecord record = Read(ReadElement(ref reader), model);
            return reader.Read() ? throw new JsonException("Unexpected data after the object.") : record;
        }
        catch (JsonValueException fault)
        {
            throw new UnreadableObjectException(fault);
        }
    }

    /// <summary>Reads the JSON of the object at the reader's position, up to its end.</summary>
    /// <exception cref="JsonException">The JSON is malformed or not an object.</exception>
    internal static JsonElement ReadElement(ref Utf8JsonReader reader)
        => reader.TokenType == JsonTokenType.StartObject
            ? JsonElement.ParseValue(ref reader)
            : throw new JsonException("Expected an object.");

    /// <summary>Makes a record of an object.</summary>
    /// <exception cref="JsonException">The object has no id, does not name a model, or holds text that is not UTF-8.</exception>
    /// <exception cref="JsonValueException">The object is of another model, or embeds another object than the one that it links
    /// to.</exception>
    internal static JourneyRecord Read(JsonElement whole, string? model)
    {
        try
        {
            string id = Text(whole, "id") ?? throw new JsonException("The object has no id.");
            string? type = Text(whole, "type");
            model ??= type ?? throw new JsonException("The object has no type.");
            if (type is not null && type != model)
                throw new JsonValueException(new JsonPlace(model, "type", id, "another text", type), $"'{model}'");
            var record = new JourneyRecord(model, id, RecordValue.TimeOf(Text(whole, "updated_at")), Text(whole, "display"));
            foreach (JsonProperty member in whole.EnumerateObject())
            {
                if (member.Name is "id" or "type" or "updated_at" or "display") continue;
                ThrowIfOther(whole, member, model, id);
                // Null and absent are the same: only values are kept.
                if (member.Value.ValueKind != JsonValueKind.Null) record.Load(member.Name, new RecordValue(member.Value));
            }
            return record;
        }
        catch (InvalidOperationException fault)
        {
            // Invalid UTF-8 inside a string shows only when the text is made.
            throw new JsonException("The object contains text that is not UTF-8.", fault);
        }
    }

    // A record has no schema: an object with an id is embedded if there is also a member for the id of that name.
    private static void ThrowIfOther(JsonElement whole, JsonProperty member, string model, string id)
    {
        if (member.Value.ValueKind != JsonValueKind.Object || Text(member.Value, "id") is not { } embedded) return;
        string link = $"{member.Name}_id";
        if (!whole.TryGetProperty(link, out JsonElement value)) return;
        bool isSame = value.ValueKind == JsonValueKind.String
            && string.Equals(value.GetString(), embedded, StringComparison.OrdinalIgnoreCase);
        if (isSame) return;
        throw new JsonValueException(new JsonPlace(model, member.Name, id, "another object", embedded), $"the object of '{link}'");
    }

    private static string? Text(JsonElement whole, string name)
        => whole.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
