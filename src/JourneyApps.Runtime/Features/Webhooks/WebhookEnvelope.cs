using System.Text.Json;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Internal.Features.Oplog;

namespace JourneyApps.Internal.Features.Webhooks;

/// <summary>The parts of a webhook's body, before its object is turned into a model.</summary>
internal struct WebhookEnvelope
{
    public string? Event;
    public string? Server;
    public string? App;
    public string? AccountId;
    public string? AppId;
    public string? Operation;
    public long? Sequence;

    /// <summary>Where the object's JSON is in the body; empty when it is absent or null.</summary>
    public Range Object;

    /// <summary>Reads the members that are known; others may come at any time and are skipped.</summary>
    /// <exception cref="JsonException">The body is not one JSON object, or a member is of another type.</exception>
    internal static WebhookEnvelope Read(ReadOnlySpan<byte> body)
    {
        var envelope = new WebhookEnvelope();
        var reader = new Utf8JsonReader(body);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("It is no JSON object.");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("event"u8)) envelope.Event = Text(ref reader);
            else if (reader.ValueTextEquals("server"u8)) envelope.Server = Text(ref reader);
            else if (reader.ValueTextEquals("app"u8)) envelope.App = Text(ref reader);
            else if (reader.ValueTextEquals("account_id"u8)) envelope.AccountId = Text(ref reader);
            else if (reader.ValueTextEquals("app_id"u8)) envelope.AppId = Text(ref reader);
            else if (reader.ValueTextEquals("operation"u8)) envelope.Operation = Text(ref reader);
            else if (reader.ValueTextEquals("sequence"u8)) envelope.Sequence = Number(ref reader);
            else if (reader.ValueTextEquals("object"u8)) envelope.Object = Whole(ref reader);
            else reader.Skip();
        }
        return reader.Read() ? throw new JsonException("There is more after the JSON object.") : envelope;
    }

    private static string? Text(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.Null => null,
            _ => throw new JsonException("A text was expected."),
        };
    }

    // A number beyond 2^53 here; the newer change log writes the same as text.
    private static long Number(ref Utf8JsonReader reader)
    {
        reader.Read();
        return OplogEntryReader.Sequence(ref reader);
    }

    private static Range Whole(ref Utf8JsonReader reader)
    {
        reader.Read();
        int start = (int)reader.TokenStartIndex;
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return default;
            case JsonTokenType.StartObject:
                reader.Skip();
                return start..(int)reader.BytesConsumed;
            default:
                throw new JsonException("The member 'object' is no object.");
        }
    }
}
