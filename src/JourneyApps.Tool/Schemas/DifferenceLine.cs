namespace JourneyApps.Tool.Schemas;

/// <summary>Formats a difference as one line, with the signs of a diff.</summary>
internal static class DifferenceLine
{
    public static string Of(Difference difference) => difference.Kind switch
    {
        DifferenceKind.Added => $"+ {difference.Element}: {difference.What}{Suffix(difference.After)}",
        DifferenceKind.Removed => $"- {difference.Element}: {difference.What}{Suffix(difference.Before)}",
        _ => $"~ {difference.Element}: {difference.What} {Quoted(difference.Before)} -> {Quoted(difference.After)}",
    };

    private static string Suffix(string? value) => value is null or "" ? "" : $" {value}";

    private static string Quoted(string? value) => value is null ? "(none)" : $"\"{value}\"";
}
