using System.Buffers.Text;
using System.Text;

namespace JourneyApps.Internal.Values.Json;

/// <summary>Dates and times as ISO 8601 has them: offsets and fractions read, UTC and whole seconds written.</summary>
internal static class IsoTime
{
    public const int DateLength = 10;
    public const int SecondsLength = 20;

    public static bool TryParse(string text, out long utcTicks)
    {
        Span<byte> utf8 = stackalloc byte[64];
        utcTicks = 0;
        return Encoding.UTF8.TryGetBytes(text, utf8, out int length) && TryParse(utf8[..length], out utcTicks);
    }

    /// <summary>Reads a point in time. Without a zone it is taken as UTC, without a time as midnight.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out long utcTicks)
    {
        utcTicks = 0;
        if (!TryParseDay(text, out DateTime day)) return false;

        text = text[DateLength..];
        if (text.IsEmpty)
        {
            utcTicks = day.Ticks;
            return true;
        }

        if (text[0] is not ((byte)'T' or (byte)'t' or (byte)' ')) return false;

        text = text[1..];
        if (!TryTakeTime(ref text, out long time) || !TryTakeZone(text, out long offset)) return false;

        utcTicks = day.Ticks + time - offset;
        return utcTicks >= 0 && utcTicks <= DateTime.MaxValue.Ticks;
    }

    public static bool TryParseDate(string text, out DateOnly date)
    {
        Span<byte> utf8 = stackalloc byte[64];
        date = default;
        return Encoding.UTF8.TryGetBytes(text, utf8, out int length) && TryParseDate(utf8[..length], out date);
    }

    /// <summary>Reads a day; a time after it is cut off, not converted, as the platform does.</summary>
    public static bool TryParseDate(ReadOnlySpan<byte> text, out DateOnly date)
    {
        date = default;
        if (!TryParseDay(text, out DateTime day)
            || (text.Length > DateLength && text[DateLength] is not ((byte)'T' or (byte)'t' or (byte)' ')))
            return false;

        date = DateOnly.FromDateTime(day);
        return true;
    }

    /// <summary>Whole seconds where there is no fraction, else seven digits.</summary>
    public static string Format(long utcTicks)
    {
        Span<byte> utf8 = stackalloc byte[SecondsLength + 8];
        return Encoding.ASCII.GetString(utf8[..Format(utcTicks, utf8, withFraction: true)]);
    }

    /// <summary>Writes <c>yyyy-MM-ddTHH:mm:ssZ</c>; a fraction is cut off unless it is asked for.</summary>
    public static int Format(long utcTicks, Span<byte> target, bool withFraction)
    {
        DateTime time = new(utcTicks, DateTimeKind.Utc);
        FormatDate(time.Year, time.Month, time.Day, target);
        target[10] = (byte)'T';
        Two(time.Hour, target[11..]);
        target[13] = (byte)':';
        Two(time.Minute, target[14..]);
        target[16] = (byte)':';
        Two(time.Second, target[17..]);
        int length = SecondsLength - 1;
        long fraction = utcTicks % TimeSpan.TicksPerSecond;
        if (withFraction && fraction != 0)
        {
            target[length] = (byte)'.';
            Utf8Formatter.TryFormat(fraction, target[(length + 1)..], out _, new System.Buffers.StandardFormat('D', 7));
            length += 8;
        }

        target[length] = (byte)'Z';
        return length + 1;
    }

    public static int FormatDate(int year, int month, int day, Span<byte> target)
    {
        Two(year / 100, target);
        Two(year % 100, target[2..]);
        target[4] = (byte)'-';
        Two(month, target[5..]);
        target[7] = (byte)'-';
        Two(day, target[8..]);
        return DateLength;
    }

    private static bool TryParseDay(ReadOnlySpan<byte> text, out DateTime day)
    {
        day = default;
        if (text.Length < DateLength || text[4] != '-' || text[7] != '-') return false;

        int year = Two(text) * 100 + Two(text[2..]);
        int month = Two(text[5..]);
        int dayOfMonth = Two(text[8..]);
        if (Two(text) < 0 || Two(text[2..]) < 0 || year < 1 || month is < 1 or > 12 || dayOfMonth < 1
            || dayOfMonth > DateTime.DaysInMonth(year, month))
            return false;

        day = new DateTime(year, month, dayOfMonth, 0, 0, 0, DateTimeKind.Utc);
        return true;
    }

    private static bool TryTakeTime(ref ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        if (text.Length < 5 || text[2] != ':') return false;

        int hour = Two(text);
        int minute = Two(text[3..]);
        int second = 0;
        text = text[5..];
        if (text.Length >= 3 && text[0] == ':')
        {
            second = Two(text[1..]);
            text = text[3..];
        }

        if (hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 59) return false;

        ticks = (hour * 3600L + minute * 60 + second) * TimeSpan.TicksPerSecond;
        return !(text.Length > 0 && text[0] is (byte)'.' or (byte)',') || TryTakeFraction(ref text, ref ticks);
    }

    private static bool TryTakeFraction(ref ReadOnlySpan<byte> text, ref long ticks)
    {
        int digits = 0;
        long unit = TimeSpan.TicksPerSecond;
        text = text[1..];
        while (digits < text.Length && text[digits] is >= (byte)'0' and <= (byte)'9')
        {
            unit /= 10;     // beyond seven digits it is 0: cut off
            ticks += (text[digits] - '0') * unit;
            digits++;
        }

        text = text[digits..];
        return digits > 0;
    }

    private static bool TryTakeZone(ReadOnlySpan<byte> text, out long offset)
    {
        offset = 0;
        if (text.IsEmpty || (text.Length == 1 && text[0] is (byte)'Z' or (byte)'z')) return true;

        if (text[0] is not ((byte)'+' or (byte)'-') || text.Length is not (3 or 5 or 6)) return false;

        bool colon = text.Length == 6;
        int hours = Two(text[1..]);
        int minutes = text.Length == 3 ? 0 : Two(text[(colon ? 4 : 3)..]);
        if (hours is < 0 or > 23 || minutes is < 0 or > 59 || (colon && text[3] != ':')) return false;

        offset = (hours * 60L + minutes) * TimeSpan.TicksPerMinute * (text[0] == '-' ? -1 : 1);
        return true;
    }

    private static int Two(ReadOnlySpan<byte> text)
    {
        int tens = text[0] - '0';
        int ones = text[1] - '0';
        return (uint)tens > 9 || (uint)ones > 9 ? -1000 : tens * 10 + ones;
    }

    private static void Two(int value, Span<byte> target)
    {
        target[0] = (byte)('0' + value / 10);
        target[1] = (byte)('0' + value % 10);
    }
}
