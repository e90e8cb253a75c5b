using System.Buffers;
using System.Globalization;
using System.Numerics;

namespace JourneyApps.Emulator.Text;

/// <summary>Numbers as text and text as numbers, as in the JavaScript of the platform's client.</summary>
internal static class JavaScriptNumber
{
    // A format spec asks for at most this many decimals; JavaScript's toFixed goes further, the platform's engine does not.
    private const int MaxDecimals = 19;

    // What a field without a format shows at most.
    private const int DefaultDecimals = 6;

    // JavaScript's white space; .NET's has NEL, but no byte order mark.
    private const string WhiteSpace =
        "\t\n\v\f\r \u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF";

    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.eE+-");

    private const int FractionBits = 52;
    private const int ExponentBias = 1075;

    // From here on toFixed has the shortest text.
    private const double MaxFixed = 1e21;

    /// <summary>The shortest round-trip text with at least one decimal. If six decimals are not longer, they are the text.</summary>
    public static string Plain(double value)
    {
        string shortest = Shortest(value);
        string rounded = Fixed(value, DefaultDecimals);
        if (shortest.Length >= rounded.Length) return rounded;
        return shortest.Contains('.', StringComparison.Ordinal) ? shortest : Fixed(value, 1);
    }

    /// <summary>With a number of decimals; more than 19 fall back to six.</summary>
    public static string WithDecimals(double value, int decimals) => Fixed(value, decimals <= MaxDecimals ? decimals : DefaultDecimals);

    /// <summary>The shortest text that reads back the same, in JavaScript's spelling.</summary>
    public static string Shortest(double value)
    {
        if (value == 0) return "0";
        double size = Math.Abs(value);
        string text = value.ToString("R", CultureInfo.InvariantCulture);
        if (size is >= 1e-6 and < MaxFixed)
        {
            // A decimal has no exponent, and holds the at most 17 digits of a double in this range.
            return decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
        }

        int e = text.IndexOf('E', StringComparison.Ordinal);
        string exponent = text[(e + 1)..];
        string sign = exponent[0] == '-' ? "-" : "+";
        return $"{text[..e]}e{sign}{exponent.TrimStart('+', '-').TrimStart('0')}";
    }

    /// <summary>The number of a text, as JavaScript converts it for <c>==</c>; not a number where there is none.</summary>
    public static double Parse(string text)
    {
        ReadOnlySpan<char> digits = text.AsSpan().Trim(WhiteSpace);
        if (digits.IsEmpty) return 0;
        if (digits is ['0', 'x' or 'X' or 'o' or 'O' or 'b' or 'B', ..]) return ParseWhole(digits[2..], BaseOf(digits[1]));

        ReadOnlySpan<char> size = digits[0] is '+' or '-' ? digits[1..] : digits;
        if (size is "Infinity") return digits[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity;
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        bool mayBeNumber = !size.ContainsAnyExcept(NumberCharacters);
        return mayBeNumber && double.TryParse(digits, Style, CultureInfo.InvariantCulture, out double number) ? number : double.NaN;
    }

    // .NET rounds to even where a double lies exactly between two texts; toFixed rounds away from zero.
    private static string Fixed(double value, int decimals)
    {
        if (Math.Abs(value) >= MaxFixed) return Shortest(value);

        long bits = BitConverter.DoubleToInt64Bits(value);
        int exponent = (int)((bits >> FractionBits) & 0x7FF);
        BigInteger mantissa = bits & ((1L << FractionBits) - 1);
        if (exponent == 0) exponent = 1;
        else mantissa += 1L << FractionBits;
        int scale = exponent - ExponentBias;
        BigInteger scaled = mantissa * BigInteger.Pow(10, decimals);
        scaled = scale >= 0 ? scaled << scale : ((scaled << 1) + (BigInteger.One << -scale)) >> (1 - scale);

        string digits = scaled.ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        string sign = value < 0 ? "-" : string.Empty;
        return decimals == 0
            ? sign + digits
            : $"{sign}{digits.AsSpan(0, digits.Length - decimals)}.{digits.AsSpan(digits.Length - decimals)}";
    }

    private static int BaseOf(char mark) => char.ToLowerInvariant(mark) switch { 'x' => 16, 'o' => 8, _ => 2 };

    private static int HexDigit(char c) => c <= '9' ? c - '0' : (c | ' ') - 'a' + 10;

    private static double ParseWhole(ReadOnlySpan<char> digits, int numberBase)
    {
        if (digits.IsEmpty) return double.NaN;
        double number = 0;
        foreach (char c in digits)
        {
            int digit = char.IsAsciiHexDigit(c) ? HexDigit(c) : int.MaxValue;
            if (digit >= numberBase) return double.NaN;
            number = (number * numberBase) + digit;
        }

        return number;
    }
}
