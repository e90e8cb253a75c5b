using System.Globalization;
using System.Text.Json;
using JourneyApps.CompilerServices;
using JourneyApps.Internal.Serialization.Models;
using JourneyApps.Internal.Values.Json;

namespace JourneyApps.Internal.Objects.Records;

/// <summary>What every object has, of an object whose model is only known from its own JSON (log entries, webhooks).</summary>
/// <param name="Model">The schema's name of the model; empty when there is none.</param>
/// <param name="Id">The id; empty when there is none.</param>
/// <param name="UpdatedAt">When it was written; null when there is none.</param>
internal readonly record struct AnyObject(string Model, string Id, DateTimeOffset? UpdatedAt)
{
    /// <summary>Reads what every object has.</summary>
    /// <exception cref="JsonException">The JSON is malformed or no object.</exception>
    internal static AnyObject ReadHead(ReadOnlySpan<byte> json)
    {
        Utf8JsonReader reader = JsonText.NewReader(json);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("An object was expected.");
        string? model = null, id = null, updatedAt = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("type"u8)) model = Text(ref reader);
            else if (reader.ValueTextEquals("id"u8)) id = Text(ref reader);
            else if (reader.ValueTextEquals("updated_at"u8)) updatedAt = Text(ref reader);
            else reader.Skip();
        }
        return new AnyObject(
            model ?? "",
            id ?? "",
            DateTimeOffset.TryParse(updatedAt, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset at) ? at : null);
    }

    /// <summary>Reads the object as its generated model, or as a record when this code has no such model.</summary>
    /// <param name="schema">The models of this code.</param>
    /// <param name="json">The object.</param>
    /// <exception cref="UnreadableObjectException">A value is not of its field's type.</exception>
    /// <exception cref="JsonException">The JSON is malformed, or a record has no id.</exception>
    internal object ReadObject(SchemaInfo schema, ReadOnlySpan<byte> json)
    {
        if (!schema.TryFind(Model, out IModelInfo? info)) return RecordReader.Read(json, Model.Length == 0 ? null : Model);
        try
        {
            return ModelJson.Read(info, json);
        }
        catch (JsonValueException fault)
        {
            throw new UnreadableObjectException(fault.Message, fault.InnerException)
            { Model = fault.Place.Model, ObjectId = fault.Place.ObjectId ?? Id, Field = fault.Place.Field };
        }
    }

    private static string? Text(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.String)
        {
            reader.Skip();
            return null;
        }
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException fault)
        {
            throw new JsonException("An object holds text that is not UTF-8.", fault);
        }
    }
}
