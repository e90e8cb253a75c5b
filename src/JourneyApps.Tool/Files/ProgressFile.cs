using System.Text;
using System.Text.Json;

namespace JourneyApps.Tool.Files;

/// <summary>How far a transfer of objects is, in a small file beside the data: the next run goes on from there.</summary>
internal static class ProgressFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>What was saved; null when there is nothing, or nothing that can be read.</summary>
    public static T? Read<T>(string path)
        where T : class
    {
        if (!File.Exists(path)) return null;
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllBytes(path), Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static void Save<T>(string path, T value) => AtomicFile.Write(path, Encoding.UTF8.GetBytes(JsonSerializer.Serialize(value, Options)));
}
