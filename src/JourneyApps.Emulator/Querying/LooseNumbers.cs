using System.Globalization;

namespace JourneyApps.Emulator.Querying;

/// <summary>JavaScript's reading of text as a number, which its <c>==</c> falls back to.</summary>
internal static class LooseNumbers
{
    /// <summary>The number, or NaN. Blank text is 0.</summary>
    public static double OfText(string text)
    {
        string trimmed = text.Trim();
        if (trimmed.Length == 0) return 0;
        if (trimmed.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
        {
            return ulong.TryParse(trimmed.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong hex) ? hex : double.NaN;
        }

        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        bool startsLikeNumber = char.IsAsciiDigit(trimmed[^1]) || trimmed[^1] == '.';
        return startsLikeNumber && double.TryParse(trimmed, Style, CultureInfo.InvariantCulture, out double number) ? number : double.NaN;
    }

    /// <summary>A value as a number, or NaN where it has none.</summary>
    public static double Of(QueryValue value) => value.Kind switch
    {
        QueryValueKind.Number or QueryValueKind.Boolean => value.Number,
        QueryValueKind.Text => OfText(value.Text!),
        _ => double.NaN,
    };
}
