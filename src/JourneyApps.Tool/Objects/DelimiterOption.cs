namespace JourneyApps.Tool.Objects;

/// <summary>The option for the cell delimiter of CSV files.</summary>
internal static class DelimiterOption
{
    private const string Name = "--delimiter";

    public static Option<char> Create() => new(Name)
    {
        Description = "CSV: the delimiter between cells: a comma, a semicolon or tab.",
        HelpName = "delimiter",
        DefaultValueFactory = _ => ',',
        CustomParser = result =>
        {
            string value = result.Tokens[^1].Value;
            if (value is "," or ";" or "\t") return value[0];
            if (value.Equals("tab", StringComparison.OrdinalIgnoreCase)) return '\t';
            result.AddError(WordOption.Error(Name, value, "','", "';'", "tab"));
            return ',';
        },
    };
}
