using System.Text.Json.Nodes;
using JourneyApps.Emulator.Deployments;
using JourneyApps.Emulator.Objects;
using JourneyApps.Emulator.Writing;

namespace JourneyApps.Emulator.Browser;

/// <summary>Applies a form, by the same rules as the API.</summary>
internal static class ObjectChanges
{
    public static async Task<ApiResponse> ApplyAsync(
        Deployment deployment, ServedSchema schema, ServedModel model, string[] parts, RequestBody body, string token,
        CancellationToken cancellationToken)
    {
        bool isNew = parts[2] == "new";
        try
        {
            string target = await deployment.WriteAsync(
                schema, body, (writer, session) => Apply(writer, session, model, parts, body), cancellationToken).ConfigureAwait(false);
            return BrowserPage.Redirect(target);
        }
        catch (ApiException exception) when (isNew)
        {
            return ObjectPages.New(model, token, exception.Error.Detail);
        }
        catch (ApiException exception)
        {
            return await deployment.Database.ReadAsync(
                session => ObjectPages.Edit(deployment, session, schema, model, parts[2], token, exception.Message),
                cancellationToken).ConfigureAwait(false);
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

        StoredRow? existing = id == "new"
            ? null
            : ObjectTable.Find(session, model, id) ?? throw new ApiException(ApiError.ObjectNotFound(model.Name, id));
        JsonElement given = body.Root.TryGetProperty(model.Name, out JsonElement values) && values.ValueKind == JsonValueKind.Object
            ? values
            : default;
        using var stored = JsonDocument.Parse(existing?.Json ?? "{}");
        using JsonDocument changed = JsonSerializer.SerializeToDocument(Changed(model, given, stored.RootElement), JsonText.Options);
        if (existing is null) return $"/models/{model.Name}/{writer.Create(model, null, changed.RootElement).Id}";
        if (changed.RootElement.EnumerateObject().Any()) writer.Patch(model, id, changed.RootElement);
        return $"/models/{model.Name}/{id}";
    }

    // A form sends every field. Only changed ones are written, so that saving does not turn null into an empty text.
    private static JsonObject Changed(ServedModel model, JsonElement given, JsonElement stored)
    {
        JsonObject changed = [];
        foreach (Member member in model.Members)
        {
            if (!FieldInputs.IsEditable(member)) continue;
            JsonElement value = default;
            bool isSent = given.ValueKind == JsonValueKind.Object && given.TryGetProperty(member.Key, out value);
            bool isStored = member.TryRead(stored, out JsonElement before);
            if (member.Info is { IsMultiple: true })
            {
                string[] after = isSent && value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(JsonText.OfKey)] : [];
                string[] current = isStored ? [.. before.EnumerateArray().Select(JsonText.OfKey)] : [];
                if (!after.ToHashSet().SetEquals(current))
                {
                    changed[member.Key] = new JsonArray([.. after.Select(key => JsonValue.Create(key))]);
                }
            }
            else if (isSent && value.ValueKind == JsonValueKind.String)
            {
                string text = value.GetString()!.ReplaceLineEndings("\n");
                if (text == (isStored ? JsonText.OfKey(before) : string.Empty)) continue;
                changed[member.Key] = text.Length == 0 ? null : text;
            }
        }

        return changed;
    }
}
