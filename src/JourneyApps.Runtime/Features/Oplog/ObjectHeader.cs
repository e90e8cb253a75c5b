using JourneyApps.Internal.Objects.Records;

namespace JourneyApps.Internal.Features.Oplog;

/// <summary>
/// The members that every object has, of an object whose model is known from its own JSON only (oplog entries, webhooks).
/// </summary>
/// <param name="Model">The schema's name of the model; empty without one.</param>
/// <param name="Id">The id; empty without one.</param>
/// <param name="UpdatedAt">The time of the last write; null without one.</param>
internal readonly record struct ObjectHeader(string Model, string Id, DateTimeOffset? UpdatedAt)
{
    public static readonly ObjectHeader None = new("", "", null);

    /// <summary>Reads the header of the object at whose start the reader is, and moves the reader to its end.</summary>
    /// <exception cref="JsonException">The JSON is malformed.</exception>
    public static ObjectHeader Read(ref Utf8JsonReader reader)
    {
        string? model = null, id = null, updatedAt = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("type"u8)) model = Text(ref reader);
            else if (reader.ValueTextEquals("id"u8)) id = Text(ref reader);
            else if (reader.ValueTextEquals("updated_at"u8)) updatedAt = Text(ref reader);
            else reader.Skip();
        }

        return new ObjectHeader(model ?? "", id ?? "", RecordValue.TimeOf(updatedAt));
    }

    /// <summary>Reads the object as its generated model, or as a record when the client does not have that model.</summary>
    /// <exception cref="UnreadableObjectException">A value does not fit the type of its field.</exception>
    /// <exception cref="JsonException">The JSON is malformed, or a record has no id.</exception>
    public object ReadObject(SchemaInfo schema, ReadOnlySpan<byte> json)
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
            throw new JsonException("An object contains text that is not UTF-8.", fault);
        }
    }
}
