using System.Text.Json;
using JourneyApps.Emulator;

namespace JourneyApps.Runtime.Tests.Mirror;

/// <summary>What the emulator stores, in the form of a <see cref="Copy"/>.</summary>
internal static class Source
{
    public static async Task<Dictionary<string, string>> RowsAsync(JourneyEmulator emulator, params string[] models)
    {
        Dictionary<string, string> rows = new(StringComparer.Ordinal);
        foreach (string model in models)
        {
            foreach (StoredObject stored in await emulator.ObjectsAsync(model))
            {
                using var json = JsonDocument.Parse(stored.Json);
                string? text = json.RootElement.TryGetProperty(model == "job" ? "title" : "name", out JsonElement title) ? title.GetString() : null;
                int? crew = json.RootElement.TryGetProperty("crew", out JsonElement number) ? number.GetInt32() : null;
                rows[$"{model}/{stored.Id}"] = Copy.TextOf(text, crew);
            }
        }
        return rows;
    }

    /// <summary>Rows that the one has and the other has not, or otherwise.</summary>
    public static string Difference(IReadOnlyDictionary<string, string> expected, IReadOnlyDictionary<string, string> actual)
    {
        string[] lost = [.. expected.Keys.Except(actual.Keys)];
        string[] ghosts = [.. actual.Keys.Except(expected.Keys)];
        string[] stale = [.. expected.Where(row => actual.TryGetValue(row.Key, out string? text) && text != row.Value).Select(row => row.Key)];
        return lost.Length + ghosts.Length + stale.Length == 0 ? "" : $"{lost.Length} lost, {ghosts.Length} too many, {stale.Length} stale";
    }
}
