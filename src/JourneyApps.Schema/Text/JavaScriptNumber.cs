using System.Globalization;

namespace JourneyApps.Schema.Text;

/// <summary>Numbers as text, like JavaScript's.</summary>
internal static class JavaScriptNumber
{
    /// <summary>The number of digits with an optional fraction and exponent.</summary>
    public static double Parse(string digits)
        => double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : double.PositiveInfinity;

    /// <summary>The shortest digits of a number, with an exponent only beyond 21 places before or 6 after the decimal point.</summary>
    public static string Text(double number)
    {
        if (double.IsInfinity(number)) return number > 0 ? "Infinity" : "-Infinity";
        if (number < 0) return "-" + Text(-number);
        if (number == 0) return "0";
        string shortest = number.ToString("R", CultureInfo.InvariantCulture);
        int exponent = shortest.IndexOf('E');
        if (exponent < 0) return shortest;

        string mantissa = shortest.Substring(0, exponent);
        string digits = mantissa.Replace(".", "");
        string exponentDigits = shortest.Substring(exponent + 1);
        int power = int.Parse(exponentDigits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return power switch
        {
            >= 0 and < 21 => digits.PadRight(power + 1, '0'),
            < 0 and >= -7 => "0." + new string('0', -power - 1) + digits,
            _ => $"{mantissa}e{(power < 0 ? "-" : "+")}{Math.Abs(power).ToString(CultureInfo.InvariantCulture)}",
        };
    }
}
