using System.Buffers;
using JourneyApps.Emulator.Attachments;
using JourneyApps.Emulator.Reading;

namespace JourneyApps.Emulator.Webhooks;

/// <summary>The bodies of webhooks.</summary>
internal sealed class WebhookMessage(Database database, MediaUrls media, EmulatorOptions options)
{
    /// <summary>The body, or <see langword="null"/> if the webhook waits for files or fields, or was sent before.</summary>
    public async Task<byte[]?> MakeAsync(WebhookEvent webhook)
    {
        if (webhook.Webhook.Type == "ready" && !await BecomesReadyAsync(webhook).ConfigureAwait(false)) return null;
        return await database.ReadAsync(session => Write(session, webhook)).ConfigureAwait(false);
    }

    private Task<bool> BecomesReadyAsync(WebhookEvent webhook) => database.WriteAsync(session =>
    {
        using var document = JsonDocument.Parse(webhook.Change.Row.Json);
        foreach (WebhookField field in webhook.Webhook.Fields)
        {
            if (field.Required && !IsPresent(session, webhook.Model, document.RootElement, field)) return false;
        }

        // Once per object, also across restarts.
        return session.Execute(
            "INSERT INTO webhooks_fired(webhook, model, id) VALUES(?1, ?2, ?3) ON CONFLICT DO NOTHING",
            webhook.Webhook.Name, webhook.Model.Name, webhook.Change.Row.Id) == 1;
    });

    private static bool IsPresent(DatabaseSession session, ServedModel model, JsonElement values, WebhookField field)
    {
        if (model.Find(field.Name) is not { } member || !member.TryRead(values, out JsonElement value)) return false;
        return field.State != StoredAttachment.Uploaded || !member.IsFile
            || AttachmentTable.Find(session, value.GetString()!)?.State == StoredAttachment.Uploaded;
    }

    private byte[] Write(DatabaseSession session, WebhookEvent webhook)
    {
        string[] embedded = [.. webhook.Webhook.Fields.Where(field => field.Embed).Select(field => field.Name)];
        var related = new RelatedObjects(session, webhook.Schema);
        ObjectRenderer renderer = new(session, related, media, options.Assumptions, false) { Embedded = embedded };
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("event"u8, webhook.Webhook.Name);
            writer.WriteString("server"u8, media.Root);
            writer.WriteString("app"u8, options.DeploymentId);
            writer.WriteString("app_id"u8, EmulatorOptions.AppId);
            writer.WriteString("account_id"u8, options.DeploymentId);
            writer.WriteNumber("sequence"u8, webhook.Change.Sequence);
            writer.WriteString("operation"u8, webhook.Change.OperationName);
            writer.WritePropertyName("object"u8);
            renderer.Write(writer, webhook.Model, webhook.Change.Row);
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}
