using System.Text.Json.Nodes;
using JourneyApps.Emulator.Deployments;
using JourneyApps.Emulator.Objects;
using JourneyApps.Emulator.Writing;

namespace JourneyApps.Emulator.Browser;

/// <summary>Applies a form, by the same rules as the API.</summary>
internal static class ObjectChanges
{
    /// <summary>Applies a form and returns the URL of the page that comes next.</summary>
    /// <exception cref="ApiException">The change is refused.</exception>
    public static Task<string> ApplyAsync(
        Deployment deployment, ServedSchema schema, ServedModel model, string[] parts, RequestBody body,
        CancellationToken cancellationToken)
        => deployment.WriteAsync(schema, body, (writer, session) => Apply(writer, session, model, parts, body), cancellationToken);

    /// <summary>The values in a form; undefined if there are none.</summary>
    public static JsonElement Given(ServedModel model, RequestBody body)
        => body.Root.TryGetProperty(model.Name, out JsonElement values) && values.ValueKind == JsonValueKind.Object ? values : default;

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
        JsonElement given = Given(model, body);
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
            if (!InputReader.IsEditable(member)) continue;
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
            else if (isSent && value.ValueKind == JsonValueKind.Object && member.Info is { Form: FieldForm.Location })
            {
                if (HasMoved(value, isStored ? before : default, out JsonObject? place)) changed[member.Key] = place;
            }
            else if (isSent && value.ValueKind == JsonValueKind.String)
            {
                string text = value.GetString()!.ReplaceLineEndings("\n");
                if (IsSame(member, text, isStored ? JsonText.OfKey(before) : string.Empty)) continue;
                changed[member.Key] = text.Length == 0 ? null : text;
            }
        }

        return changed;
    }

    // Browsers send the time without its zone, and some without its seconds.
    private static bool IsSame(Member member, string sent, string stored)
        => sent == stored
            || (member.Info is { Form: FieldForm.DateTime }
                && IsoTime.TryMoment(sent, out long after, out _) && IsoTime.TryMoment(stored, out long before, out _) && after == before);

    private static bool HasMoved(JsonElement sent, JsonElement stored, out JsonObject? place)
    {
        string latitude = JsonText.Of(sent, "latitude")?.Trim() ?? string.Empty;
        string longitude = JsonText.Of(sent, "longitude")?.Trim() ?? string.Empty;
        place = latitude.Length + longitude.Length == 0 ? null : new() { ["latitude"] = latitude, ["longitude"] = longitude };
        return stored.ValueKind == JsonValueKind.Object
            ? latitude != ValueReader.Part(stored, "latitude") || longitude != ValueReader.Part(stored, "longitude")
            : place is not null;
    }
}
