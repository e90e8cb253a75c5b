namespace JourneyApps.Tool.Schemas;

/// <summary>A difference as a line for people, with the signs of a diff.</summary>
internal static class DifferenceLine
{
    public static string Of(Difference difference) => difference.Kind switch
    {
        DifferenceKind.Added => $"+ {difference.Element}: {difference.What}{Behind(difference.After)}",
        DifferenceKind.Removed => $"- {difference.Element}: {difference.What}{Behind(difference.Before)}",
        _ => $"~ {difference.Element}: {difference.What} {Quoted(difference.Before)} -> {Quoted(difference.After)}",
    };

    private static string Behind(string? value) => value is null or "" ? "" : $" {value}";

    private static string Quoted(string? value) => value is null ? "(none)" : $"\"{value}\"";
}
