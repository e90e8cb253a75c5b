using System.Numerics;

namespace JourneyApps.Schema.Display;

/// <summary>The text that JavaScript shows for a number in a source.</summary>
internal static class ScriptNumber
{
    public static string Text(string written)
    {
        string digits = written.Replace("_", "");
        if (digits[digits.Length - 1] == 'n') return digits.Substring(0, digits.Length - 1);
        char mark = digits.Length > 1 && digits[0] == '0' ? char.ToLowerInvariant(digits[1]) : '\0';
        int radix = mark == 'x' ? 16 : mark == 'o' ? 8 : mark == 'b' ? 2 : 0;
        if (radix > 0) return JavaScriptNumber.Text((double)Integer(digits.Substring(2), radix));
        bool isOctal = digits.Length > 1 && digits[0] == '0' && digits.All(static c => c is >= '0' and <= '7');
        if (isOctal) return JavaScriptNumber.Text((double)Integer(digits, 8));
        return JavaScriptNumber.Text(JavaScriptNumber.Parse(digits));
    }

    private static BigInteger Integer(string digits, int radix)
        => digits.Aggregate(BigInteger.Zero, (sum, c) => (sum * radix) + (c <= '9' ? c - '0' : (c | 32) - 'a' + 10));
}
