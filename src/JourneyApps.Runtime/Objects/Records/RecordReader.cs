using System.Globalization;
using System.Text.Json;
using JourneyApps.Internal.Features.Deployments;

namespace JourneyApps.Internal.Objects.Records;

/// <summary>Reads objects of any model from the API's JSON.</summary>
internal static class RecordReader
{
    /// <summary>Reads one object.</summary>
    /// <exception cref="JsonException">The JSON is malformed, is no object, has no id, or names no model.</exception>
    internal static JourneyRecord Read(ReadOnlySpan<byte> json, string? model)
    {
        var reader = new Utf8JsonReader(json);
        if (!reader.Read()) throw new JsonException("There is no JSON.");
        JourneyRecord record = Read(ref reader, model);
        return reader.Read() ? throw new JsonException("There is more after the object.") : record;
    }

    /// <summary>Reads the object at which the reader stands; afterwards it stands at its end.</summary>
    /// <exception cref="JsonException">As above.</exception>
    internal static JourneyRecord Read(ref Utf8JsonReader reader, string? model)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("An object was expected.");
        JsonElement whole = JsonElement.ParseValue(ref reader);
        try
        {
            return Read(whole, model);
        }
        catch (InvalidOperationException fault)
        {
            // Invalid UTF-8 inside a string shows only when the text is made.
            throw new JsonException("An object holds text that is not UTF-8.", fault);
        }
    }

    private static JourneyRecord Read(JsonElement whole, string? model)
    {
        string id = Text(whole, "id") ?? throw new JsonException("An object has no id.");
        model ??= Text(whole, "type") ?? throw new JsonException("An object has no type.");
        DateTimeOffset? updatedAt = DateTimeOffset.TryParse(
            Text(whole, "updated_at"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset at) ? at : null;

        var record = new JourneyRecord(model, id, updatedAt, Text(whole, "display"));
        foreach (JsonProperty member in whole.EnumerateObject())
        {
            if (member.Name is "id" or "type" or "updated_at" or "display") continue;
            // Null and absent are the same: only values are kept.
            if (member.Value.ValueKind != JsonValueKind.Null) record.Load(member.Name, new RecordValue(member.Value));
        }
        return record;
    }

    private static string? Text(JsonElement whole, string name)
        => whole.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
