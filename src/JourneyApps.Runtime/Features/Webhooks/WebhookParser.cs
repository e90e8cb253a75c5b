using System.Text.Json;
using JourneyApps.CompilerServices;
using JourneyApps.Internal.Features.Oplog;
using JourneyApps.Internal.Objects.Records;
using JourneyApps.Oplog;
using JourneyApps.Webhooks;

namespace JourneyApps.Internal.Features.Webhooks;

/// <summary>Turns a webhook's body into what it tells.</summary>
internal static class WebhookParser
{
    /// <exception cref="WebhookRejectedException">The body is no webhook's JSON.</exception>
    /// <exception cref="UnreadableObjectException">A value of the object is not of its field's type.</exception>
    internal static JourneyWebhook Parse(SchemaInfo schema, ReadOnlySpan<byte> body, bool isVerified)
    {
        try
        {
            WebhookEnvelope envelope = WebhookEnvelope.Read(body);
            ReadOnlySpan<byte> json = body[envelope.Object];
            if (json.IsEmpty) json = "{}"u8;
            AnyObject head = AnyObject.ReadHead(json);
            OplogOperation operation = OplogEntryReader.OperationOf(envelope.Operation);
            // After a delete only id and model are certain.
            bool hasObject = operation != OplogOperation.Delete && !envelope.Object.Equals(default);
            return new JourneyWebhook
            {
                Event = envelope.Event ?? throw new JsonException("It has no event."),
                Sequence = envelope.Sequence ?? throw new JsonException("It has no sequence."),
                Operation = operation,
                OperationText = envelope.Operation ?? "",
                Model = head.Model,
                Id = head.Id,
                UpdatedAt = head.UpdatedAt,
                Object = hasObject ? head.ReadObject(schema, json) : null,
                Server = envelope.Server,
                DeploymentId = envelope.AccountId ?? envelope.App,
                AppId = envelope.AppId,
                IsVerified = isVerified,
            };
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // Invalid UTF-8 inside a string shows as an InvalidOperationException.
            throw new WebhookRejectedException(WebhookRejection.Malformed, $"The body is not a webhook's JSON. {fault.Message}", fault);
        }
    }
}
