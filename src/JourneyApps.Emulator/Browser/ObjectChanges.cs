using System.Text.Json;
using System.Text.Json.Nodes;
using JourneyApps.Emulator.Display;
using JourneyApps.Emulator.Hosting;
using JourneyApps.Emulator.Http;
using JourneyApps.Emulator.Models;
using JourneyApps.Emulator.Storage;
using JourneyApps.Emulator.Writing;
using JourneyApps.Schema.Json;

namespace JourneyApps.Emulator.Browser;

/// <summary>Applies what a form sends, by the same rules as the API.</summary>
internal static class ObjectChanges
{
    public static async Task<ApiResponse> ApplyAsync(Deployment deployment, ServedSchema schema, ServedModel model, string[] parts, RequestBody body, string token, CancellationToken cancellationToken)
    {
        bool isNew = parts[2] == "new";
        try
        {
            string target = await deployment.WriteAsync(schema, body, (writer, session) => Apply(writer, session, model, parts, body), cancellationToken).ConfigureAwait(false);
            return BrowserPage.Redirect(target);
        }
        catch (ApiException exception) when (isNew)
        {
            return ObjectPages.New(model, token, exception.Error.Detail);
        }
        catch (ApiException exception)
        {
            return await deployment.Database.ReadAsync(session => ObjectPages.Edit(deployment, session, schema, model, parts[2], token, exception.Error.Detail), cancellationToken).ConfigureAwait(false);
        }
    }

    private static string Apply(ObjectWriter writer, DatabaseSession session, ServedModel model, string[] parts, RequestBody body)
    {
        string id = parts[2];
        if (parts is [_, _, _, "delete"])
        {
            writer.Delete(model, id);
            return $"/models/{model.Name}";
        }

        StoredRow? existing = id == "new" ? null : ObjectTable.Find(session, model, id) ?? throw new ApiException(ApiError.ObjectNotFound(model.Name, id));
        JsonElement given = body.Root.TryGetProperty(model.Name, out JsonElement values) && values.ValueKind == JsonValueKind.Object ? values : default;
        using JsonDocument stored = JsonDocument.Parse(existing?.Json ?? "{}");
        using JsonDocument changed = JsonSerializer.SerializeToDocument(Changed(model, given, stored.RootElement));
        if (existing is null) return $"/models/{model.Name}/{writer.Create(model, null, changed.RootElement).Id}";
        if (changed.RootElement.EnumerateObject().Any()) writer.Patch(model, id, changed.RootElement);
        return $"/models/{model.Name}/{id}";
    }

    // A form sends every field; only what differs is written, so that nothing turns from null to an empty text by being looked at.
    private static JsonObject Changed(ServedModel model, JsonElement given, JsonElement stored)
    {
        JsonObject changed = [];
        foreach (Member member in model.Members)
        {
            if (member.Kind is MemberKind.Attachment or MemberKind.Location or MemberKind.Track) continue;
            bool isSent = given.TryFind(member.Key, out JsonElement value);
            bool isStored = member.TryRead(stored, out JsonElement before);
            if (member.Kind is MemberKind.Choices or MemberKind.IntegerChoices)
            {
                string[] after = isSent && value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(ChoiceLabels.KeyOf)] : [];
                string[] current = isStored ? [.. before.EnumerateArray().Select(ChoiceLabels.KeyOf)] : [];
                if (!after.ToHashSet().SetEquals(current)) changed[member.Key] = new JsonArray([.. after.Select(key => JsonValue.Create(key))]);
            }
            else if (isSent && value.ValueKind == JsonValueKind.String && value.GetString()!.ReplaceLineEndings("\n") is var text && text != (isStored ? ChoiceLabels.KeyOf(before) : string.Empty))
            {
                changed[member.Key] = text.Length == 0 ? null : text;
            }
        }

        return changed;
    }

    private static bool TryFind(this JsonElement element, string name, out JsonElement value)
    {
        value = default;
        return element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out value);
    }
}
