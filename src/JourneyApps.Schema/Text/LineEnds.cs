namespace JourneyApps.Schema.Text;

/// <summary>Line ends. A checkout can change those of a file, so they do not distinguish two texts of a schema.</summary>
internal static class LineEnds
{
    /// <summary>The text with a line feed for each CR LF and each CR.</summary>
    public static string ToLineFeeds(string text) => text.IndexOf('\r') < 0 ? text : text.Replace("\r\n", "\n").Replace('\r', '\n');
}
