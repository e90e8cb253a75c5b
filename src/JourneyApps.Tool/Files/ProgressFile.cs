using System.Text;
using System.Text.Json;

namespace JourneyApps.Tool.Files;

/// <summary>Saves the progress of a transfer in a small file next to the data, so that the next run can resume.</summary>
internal static class ProgressFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Reads the saved progress; null when the file is missing or unreadable.</summary>
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

    public static void Save<T>(string path, T value)
        => AtomicFile.Write(path, Encoding.UTF8.GetBytes(JsonSerializer.Serialize(value, Options)));
}
