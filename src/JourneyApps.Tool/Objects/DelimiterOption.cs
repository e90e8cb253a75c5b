using System.CommandLine;

namespace JourneyApps.Tool.Objects;

/// <summary>The option that says what parts the cells of a CSV file.</summary>
internal static class DelimiterOption
{
    public static Option<string> Create()
    {
        Option<string> option = new("--delimiter") { Description = "CSV: what parts the cells: a comma, a semicolon, or tab.", DefaultValueFactory = _ => "," };
        option.AcceptOnlyFromAmong(",", ";", "tab");
        return option;
    }

    public static char Of(ParseResult parsed, Option<string> option) => parsed.GetRequiredValue(option) is "tab" ? '\t' : parsed.GetRequiredValue(option)[0];
}
