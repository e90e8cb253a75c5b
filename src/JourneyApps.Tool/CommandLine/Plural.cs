using System.Globalization;

namespace JourneyApps.Tool.CommandLine;

/// <summary>Formats a count with its noun.</summary>
internal static class Plural
{
    /// <summary><c>1 model</c>, <c>2 models</c>, <c>1,000 models</c>.</summary>
    public static string Of(long count, string noun)
        => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {noun}{(count == 1 ? "" : "s")}");
}
