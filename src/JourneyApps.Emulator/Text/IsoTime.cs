using System.Globalization;

namespace JourneyApps.Emulator.Text;

/// <summary>ISO 8601 days and moments as the API accepts and sends them. The runtime has its own reader, and its own error types: an
/// emulator that shared code with the client could not show a mistake in it.</summary>
internal static class IsoTime
{
    /// <summary>The form in which days are stored and sent.</summary>
    public const string DayFormat = "yyyy-MM-dd";

    /// <summary>The form in which moments are stored and sent.</summary>
    public const string MomentFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    private static readonly long MinSeconds = DateTimeOffset.MinValue.ToUnixTimeSeconds();
    private static readonly long MaxSeconds = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    /// <summary>A moment as it is stored and sent.</summary>
    public static string Moment(long unixSeconds)
        => DateTimeOffset.FromUnixTimeSeconds(unixSeconds).ToString(MomentFormat, CultureInfo.InvariantCulture);

    /// <summary>A day as it is stored and sent.</summary>
    public static string Day(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    /// <summary>The first second of a day in UTC, in Unix time.</summary>
    public static long StartOf(DateOnly day) => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).ToUnixTimeSeconds();

    /// <summary>Whether a stored value has one of the two formats.</summary>
    public static bool HasFormat(JsonElement stored, string format)
        => stored.ValueKind == JsonValueKind.String
        && DateTime.TryParseExact(stored.GetString(), format, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>Reads a day. A time and a zone after it are cut off, not converted.</summary>
    public static bool TryDay(string text, out DateOnly day)
    {
        if (!TryDate(text, out day, out int length)) return false;
        return length == text.Length || TryTimeAndZone(text.AsSpan(length), out _, out _);
    }

    /// <summary>Reads a day without a time.</summary>
    public static bool TryPlainDay(string text, out DateOnly day) => TryDate(text, out day, out int length) && length == text.Length;

    /// <summary>Reads a moment in seconds of Unix time and the fraction. Without a zone it is UTC, without a time midnight.</summary>
    public static bool TryMoment(string text, out long unixSeconds, out double fraction)
    {
        unixSeconds = 0;
        fraction = 0;
        if (!TryDate(text, out DateOnly day, out int length)) return false;
        double seconds = 0;
        int zoneMinutes = 0;
        if (length < text.Length && !TryTimeAndZone(text.AsSpan(length), out seconds, out zoneMinutes)) return false;

        double whole = Math.Floor(seconds);
        fraction = seconds - whole;
        unixSeconds = StartOf(day) + (long)whole - (zoneMinutes * 60L);
        return unixSeconds >= MinSeconds && unixSeconds <= MaxSeconds;
    }

    private static bool TryDate(string text, out DateOnly day, out int length)
    {
        length = 10;
        if (TryDate(text, length, DayFormat, out day)) return true;
        length = 8;
        return TryDate(text, length, "yyyyMMdd", out day);
    }

    private static bool TryDate(string text, int length, string format, out DateOnly day)
    {
        day = default;
        return text.Length >= length
            && DateOnly.TryParseExact(text.AsSpan(0, length), format, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
    }

    private static bool TryTimeAndZone(ReadOnlySpan<char> text, out double seconds, out int zoneMinutes)
    {
        seconds = 0;
        zoneMinutes = 0;
        if (text[0] is not ('T' or 't' or ' ')) return false;
        text = text[1..];
        int zone = text.IndexOfAny("Zz+-");
        ReadOnlySpan<char> time = (zone < 0 ? text : text[..zone]).Trim(' ');
        return TryTime(time, out seconds) && (zone < 0 || TryZone(text[zone..], out zoneMinutes));
    }

    private static bool TryTime(ReadOnlySpan<char> text, out double seconds)
    {
        seconds = 0;
        double fraction = 0;
        int dot = text.IndexOfAny('.', ',');
        if (dot >= 0)
        {
            ReadOnlySpan<char> digits = text[(dot + 1)..];
            if (digits.IsEmpty || digits.ContainsAnyExceptInRange('0', '9')) return false;
            fraction = double.Parse($"0.{digits}", CultureInfo.InvariantCulture);
            text = text[..dot];
        }

        Span<char> plain = stackalloc char[6];
        bool basic = text.Length is 4 or 6;
        if (!basic && !(text.Length is 5 or 8 && text[2] == ':' && (text.Length == 5 || text[5] == ':'))) return false;
        plain.Fill('0');
        if (basic)
        {
            text.CopyTo(plain);
        }
        else
        {
            text[..2].CopyTo(plain);
            text[3..5].CopyTo(plain[2..]);
            if (text.Length == 8) text[6..8].CopyTo(plain[4..]);
        }

        if (plain.ContainsAnyExceptInRange('0', '9')) return false;
        int hour = Two(plain), minute = Two(plain[2..]), second = Two(plain[4..]);
        seconds = (hour * 3600) + (minute * 60) + second + fraction;
        return hour < 24 && minute < 60 && second < 60;
    }

    private static bool TryZone(ReadOnlySpan<char> text, out int minutes)
    {
        minutes = 0;
        if (text[0] is 'Z' or 'z') return text.Length == 1;
        int sign = text[0] == '-' ? -1 : 1;
        text = text[1..];
        if (text.Length is not (2 or 4 or 5) || (text.Length == 5 && text[2] != ':')) return false;
        ReadOnlySpan<char> minuteText = text.Length == 2 ? "00" : text[^2..];
        if (text[..2].ContainsAnyExceptInRange('0', '9') || minuteText.ContainsAnyExceptInRange('0', '9')) return false;
        minutes = sign * ((Two(text) * 60) + Two(minuteText));
        return Two(text) < 24 && Two(minuteText) < 60;
    }

    private static int Two(ReadOnlySpan<char> digits) => ((digits[0] - '0') * 10) + digits[1] - '0';
}
