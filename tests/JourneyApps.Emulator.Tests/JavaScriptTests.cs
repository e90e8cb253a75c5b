using JourneyApps.Emulator.Text;

namespace JourneyApps.Emulator.Tests;

/// <summary>Conversions of JavaScript. The expected values are those of Node 20.</summary>
public sealed class JavaScriptTests
{
    [Theory]
    [InlineData("ABC é Ü", "abc é ü")]
    [InlineData("İ", "i\u0307")]
    [InlineData("DİYARBAKIR", "di\u0307yarbakir")]
    [InlineData("ΣΑΣ", "σας")]
    [InlineData("Σ", "σ")]
    [InlineData("ΑΣ.", "ας.")]
    [InlineData("ΑΣ.Α", "ασ.α")]
    [InlineData("Α\u0301Σ\u0301", "α\u0301ς\u0301")]
    [InlineData("1Σ", "1σ")]
    [InlineData("ªΣ", "ªς")]
    [InlineData("\U00010400Σ", "\U00010428ς")]
    [InlineData("ǅ K", "ǆ k")]
    public void Text_becomes_lower_case_as_in_JavaScript(string text, string expected) => Assert.Equal(expected, JavaScriptText.ToLower(text));

    [Theory]
    [InlineData(0.125, 2, "0.13")]
    [InlineData(-0.125, 2, "-0.13")]
    [InlineData(2.5, 0, "3")]
    [InlineData(1.005, 2, "1.00")]
    [InlineData(-0.001, 2, "-0.00")]
    [InlineData(-0.0, 1, "0.0")]
    [InlineData(123456789012345680000d, 2, "123456789012345683968.00")]
    [InlineData(1e21, 2, "1e+21")]
    [InlineData(0.1, 19, "0.1000000000000000056")]
    [InlineData(0.0078125, 20, "0.007813")]
    [InlineData(5e-324, 3, "0.000")]
    public void Decimals_are_rounded_away_from_zero_on_the_exact_value(double number, int decimals, string expected)
        => Assert.Equal(expected, JavaScriptNumber.WithDecimals(number, decimals));

    [Theory]
    [InlineData(1, "1.0")]
    [InlineData(0.30000000000000004, "0.300000")]
    [InlineData(1e-7, "0.0")]
    [InlineData(1.5e-7, "1.5e-7")]
    [InlineData(1e21, "1e+21")]
    [InlineData(3.14159265, "3.141593")]
    public void A_number_without_a_format_has_at_most_six_decimals(double number, string expected)
        => Assert.Equal(expected, JavaScriptNumber.Plain(number));

    [Theory]
    [InlineData("", 0)]
    [InlineData("\uFEFF 7\u00A0", 7)]
    [InlineData("7\u0085", double.NaN)]
    [InlineData("5.", 5)]
    [InlineData(".", double.NaN)]
    [InlineData("0x1F", 31)]
    [InlineData("-0x1F", double.NaN)]
    [InlineData("0b11", 3)]
    [InlineData("0o18", double.NaN)]
    [InlineData("-Infinity", double.NegativeInfinity)]
    [InlineData("infinity", double.NaN)]
    [InlineData("1e5", 100000)]
    [InlineData("1_0", double.NaN)]
    public void Text_becomes_a_number_as_in_JavaScript(string text, double expected) => Assert.Equal(expected, JavaScriptNumber.Parse(text));
}
