using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace JourneyApps.Mirroring.SqlServer;

/// <summary>Values as SQL Server has them.</summary>
internal static class SqlServerValues
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A value for a parameter or a bulk copy.</summary>
    public static object ToStored(object? value) => value switch
    {
        null => DBNull.Value,
        DateOnly day => day.ToDateTime(TimeOnly.MinValue),
        // The server would round, the last second of the year 9999 into the next year.
        DateTimeOffset at => new DateTimeOffset(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero),
        string[] keys => Json(keys),
        long[] keys => Json(keys),
        _ => value,
    };

    /// <summary>A list of texts as a JSON array.</summary>
    public static string Json(string[] keys) => Json(writer =>
    {
        foreach (string key in keys) writer.WriteStringValue(key);
    });

    /// <summary>The items of a JSON array.</summary>
    public static T[] Items<T>(string json, Func<JsonElement, T> read)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateArray().Select(read)];
    }

    private static string Json(long[] keys) => Json(writer =>
    {
        foreach (long key in keys) writer.WriteNumberValue(key);
    });

    private static string Json(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            writer.WriteStartArray();
            write(writer);
            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}
