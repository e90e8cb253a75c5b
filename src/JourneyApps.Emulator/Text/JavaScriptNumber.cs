using System.Globalization;

namespace JourneyApps.Emulator.Text;

/// <summary>Numbers in display texts, written as the JavaScript of the platform's client writes them.</summary>
internal static class JavaScriptNumber
{
    // A format spec asks for at most this many decimals; JavaScript's toFixed goes further, the platform's engine does not.
    private const int MaxDecimals = 19;

    /// <summary>The shorter of the shortest round-trip text and six decimals, with at least one decimal.</summary>
    public static string Plain(double value)
    {
        string shortest = Shortest(value);
        string rounded = Fixed(value, 6).TrimEnd('0');
        if (rounded.EndsWith('.')) rounded += "0";
        string text = rounded.Length < shortest.Length ? rounded : shortest;
        return text.AsSpan().ContainsAny('.', 'e') ? text : text + ".0";
    }

    /// <summary>With a number of decimals; more than 19 fall back to six.</summary>
    public static string WithDecimals(double value, int decimals) => decimals <= MaxDecimals ? Fixed(value, decimals) : Fixed(value, 6);

    /// <summary>The shortest text that reads back the same, in JavaScript's spelling.</summary>
    public static string Shortest(double value)
    {
        if (value == 0) return "0";
        double size = Math.Abs(value);
        string text = value.ToString("R", CultureInfo.InvariantCulture);
        if (size is >= 1e-6 and < 1e21)
        {
            // A decimal has no exponent, but less than 30 digits.
            return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal plain)
                ? plain.ToString(CultureInfo.InvariantCulture)
                : value.ToString("F0", CultureInfo.InvariantCulture);
        }

        int e = text.IndexOf('E', StringComparison.Ordinal);
        string exponent = text[(e + 1)..];
        string sign = exponent[0] == '-' ? "-" : "+";
        return $"{text[..e]}e{sign}{exponent.TrimStart('+', '-').TrimStart('0')}";
    }

    private static string Fixed(double value, int decimals)
        => Math.Abs(value) >= 1e21
            ? Shortest(value)
            : value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
