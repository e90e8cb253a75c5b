using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace JourneyApps.Emulator.Objects;

/// <summary>Values that do not fit their field because the schema changed its type.</summary>
internal static class RetypedValues
{
    /// <summary>Removes them, so that SQLite compares values of the declared type only. The objects keep their time of change.</summary>
    public static void Remove(DatabaseSession session, ServedModel model)
    {
        List<(string Id, string Json)> changed = [];
        using (SqliteDataReader reader = session.Query($"SELECT id, json FROM {ObjectTable.NameOf(model)}"))
        {
            while (reader.Read())
            {
                if (Without(model, reader.GetString(1)) is { } json) changed.Add((reader.GetString(0), json));
            }
        }

        foreach ((string id, string json) in changed)
        {
            session.Execute($"UPDATE {ObjectTable.NameOf(model)} SET json = ?2 WHERE id = ?1", id, json);
        }
    }

    private static string? Without(ServedModel model, string json)
    {
        using var document = JsonDocument.Parse(json);
        List<string> unfit = [];
        foreach (Member member in model.Members)
        {
            if (document.RootElement.TryGetProperty(member.KeyUtf8, out JsonElement value) && !member.Codec.Fits(value))
            {
                unfit.Add(member.Key);
            }
        }

        if (unfit.Count == 0) return null;
        JsonObject rest = JsonNode.Parse(json)!.AsObject();
        foreach (string key in unfit) rest.Remove(key);
        return rest.ToJsonString();
    }
}
