using System.Buffers;
using System.Text.Json;
using JourneyApps.Emulator.Attachments;
using JourneyApps.Emulator.Endpoints;
using JourneyApps.Emulator.Hosting;
using JourneyApps.Emulator.Models;
using JourneyApps.Emulator.Reading;
using JourneyApps.Emulator.Storage;
using JourneyApps.Schema;

namespace JourneyApps.Emulator.Webhooks;

/// <summary>The bodies of webhooks (backend-api §7.2).</summary>
internal static class WebhookMessage
{
    /// <summary>The body, or <see langword="null"/> when the webhook waits for more, or was sent before.</summary>
    public static async Task<byte[]?> MakeAsync(Deployment deployment, WebhookEvent webhook)
    {
        if (webhook.Webhook.Type == "ready" && !await BecomesReadyAsync(deployment, webhook).ConfigureAwait(false)) return null;
        return await deployment.Database.ReadAsync(session => Write(deployment, session, webhook)).ConfigureAwait(false);
    }

    private static Task<bool> BecomesReadyAsync(Deployment deployment, WebhookEvent webhook) => deployment.Database.WriteAsync(session =>
    {
        using JsonDocument document = JsonDocument.Parse(webhook.Change.Row.Json);
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
        if (ObjectIndexes.FindKey(model, field.Name) is not { } member || !member.TryRead(values, out JsonElement value)) return false;
        return field.State != StoredAttachment.Uploaded || member.Kind != MemberKind.Attachment
            || AttachmentTable.Find(session, value.GetString()!)?.State == StoredAttachment.Uploaded;
    }

    private static byte[] Write(Deployment deployment, DatabaseSession session, WebhookEvent webhook)
    {
        string[] embedded = [.. webhook.Webhook.Fields.Where(field => field.Embed).Select(field => field.Name)];
        ObjectRenderer renderer = new(session, new RelatedObjects(session, webhook.Schema), deployment.Media, deployment.Assumptions, false) { Embedded = embedded };
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("event"u8, webhook.Webhook.Name);
            writer.WriteString("server"u8, deployment.Media.Root);
            writer.WriteString("app"u8, deployment.Options.DeploymentId);
            writer.WriteString("app_id"u8, InfoEndpoints.AppId);
            writer.WriteString("account_id"u8, deployment.Options.DeploymentId);
            writer.WriteNumber("sequence"u8, webhook.Change.Sequence);
            writer.WriteString("operation"u8, LogEndpoint.OperationName(webhook.Change.Operation));
            writer.WritePropertyName("object"u8);
            renderer.Write(writer, webhook.Model, webhook.Change.Row);
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}
