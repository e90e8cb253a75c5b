using System.Globalization;
using Spectre.Console;

namespace FieldService;

/// <summary>What is printed, the same in every culture.</summary>
internal static class Screen
{
    /// <summary>Begins a step.</summary>
    public static void Title(string text)
    {
        AnsiConsole.WriteLine();
        AnsiConsole.Write(new Rule($"[bold]{text.EscapeMarkup()}[/]").LeftJustified());
    }

    /// <summary>A line with markup; what is filled in is escaped.</summary>
    public static void Line(FormattableString text) => AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, text);

    /// <summary>A table's cell: text, a number or a day; empty for null.</summary>
    public static string Cell(IFormattable? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "";

    /// <summary>A table's cell of text that may hold anything; empty for null.</summary>
    public static string Cell(string? text) => (text ?? "").EscapeMarkup();
}
