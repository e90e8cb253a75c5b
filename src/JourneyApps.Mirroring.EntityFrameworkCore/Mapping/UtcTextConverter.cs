using System.Globalization;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace JourneyApps.Mirroring.EntityFrameworkCore.Mapping;

/// <summary>A moment as the text that a copy in SQLite contains; the order of the texts is the order in time.</summary>
internal sealed class UtcTextConverter() : ValueConverter<DateTimeOffset, string>(
    static time => ToText(time), static text => FromText(text))
{
    public static UtcTextConverter Instance { get; } = new();

    public static string ToText(DateTimeOffset time) => time.UtcDateTime.ToString(
        time.UtcTicks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'",
        CultureInfo.InvariantCulture);

    public static DateTimeOffset FromText(string text)
        => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
