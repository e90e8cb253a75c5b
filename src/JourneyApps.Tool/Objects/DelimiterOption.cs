namespace JourneyApps.Tool.Objects;

/// <summary>The option for the cell delimiter of CSV files.</summary>
internal static class DelimiterOption
{
    public static Option<string> Create()
    {
        Option<string> option = new("--delimiter")
        {
            Description = "CSV: the delimiter between cells: a comma, a semicolon or tab.",
            DefaultValueFactory = _ => ",",
        };
        option.AcceptOnlyFromAmong(",", ";", "tab");
        return option;
    }

    public static char Of(ParseResult parsed, Option<string> option)
        => parsed.GetRequiredValue(option) is "tab" ? '\t' : parsed.GetRequiredValue(option)[0];
}
