using System.Text;
using JourneyApps.Internal.Features.Oplog;
using JourneyApps.Oplog;
using JourneyApps.Webhooks;

namespace JourneyApps.Internal.Features.Webhooks;

/// <summary>Reads the body of a webhook.</summary>
internal static class WebhookParser
{
    /// <exception cref="WebhookRejectedException">The body is not the JSON of a webhook.</exception>
    /// <exception cref="UnreadableObjectException">A value of the object does not fit the type of its field.</exception>
    internal static JourneyWebhook Parse(SchemaInfo schema, ReadOnlySpan<byte> body, bool isVerified)
    {
        try
        {
            var reader = new Utf8JsonReader(JsonText.WithoutMark(body));
            var root = JsonElement.ParseValue(ref reader);
            if (root.ValueKind != JsonValueKind.Object) throw new JsonException("It is not a JSON object.");
            if (reader.Read()) throw new JsonException("There is data after the JSON object.");

            ReadOnlySpan<byte> json = ObjectOf(root);
            ObjectHeader header = json.IsEmpty ? ObjectHeader.None : HeaderOf(json);
            string? word = Text(root, "operation");
            OplogOperation operation = OplogEntryReader.OperationOf(word);
            return new JourneyWebhook
            {
                Event = Text(root, "event") ?? throw new JsonException("It has no event."),
                Sequence = Sequence(root),
                Operation = operation,
                OperationText = word ?? "",
                Model = header.Model,
                Id = header.Id,
                UpdatedAt = header.UpdatedAt,
                // After a delete only the model and the id are certain.
                Object = operation == OplogOperation.Delete || json.IsEmpty ? null : header.ReadObject(schema, json),
                Server = Text(root, "server"),
                DeploymentId = Text(root, "account_id") ?? Text(root, "app"),
                AppId = Text(root, "app_id"),
                IsVerified = isVerified,
            };
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or FormatException or OverflowException)
        {
            // Text that is not UTF-8 shows as an InvalidOperationException.
            throw new WebhookRejectedException(
                WebhookRejection.Malformed, $"The body is not the JSON of a webhook. {fault.Message}", fault);
        }
    }

    private static ReadOnlySpan<byte> ObjectOf(JsonElement root)
        => !root.TryGetProperty("object", out JsonElement value) || value.ValueKind == JsonValueKind.Null ? default
        : value.ValueKind == JsonValueKind.Object ? Encoding.UTF8.GetBytes(value.GetRawText())
        : throw new JsonException("The member 'object' is not an object.");

    private static ObjectHeader HeaderOf(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        return ObjectHeader.Read(ref reader);
    }

    private static string? Text(JsonElement root, string name)
        => !root.TryGetProperty(name, out JsonElement value) || value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : throw new JsonException($"The member '{name}' is not text.");

    // A number beyond 2^53; the newer oplog writes the same as text.
    private static long Sequence(JsonElement root)
    {
        if (!root.TryGetProperty("sequence", out JsonElement value)) throw new JsonException("It has no sequence.");
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(value.GetRawText()));
        reader.Read();
        return OplogEntryReader.Sequence(ref reader);
    }
}
