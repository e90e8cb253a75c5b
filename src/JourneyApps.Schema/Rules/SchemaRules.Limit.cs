namespace JourneyApps.Schema;

/// <content>Limits of ours; the platform names none.</content>
public static partial class SchemaRules
{
    /// <summary>JA2041: the document is too large. Arguments: the length, the limit. Ours: the platform names no limit.</summary>
    public static SchemaRule DocumentTooLarge { get; } = Error(
        "JA2041",
        "The document is too large",
        "The document has {0} characters and is not read: {1} are the most");

    /// <summary>JA2042: the document is nested too deep. Argument: the limit. Ours: the platform names no limit.</summary>
    public static SchemaRule NestingTooDeep { get; } = Error(
        "JA2042",
        "The document is nested too deep",
        "Elements are nested deeper than {0} levels; the document is not read any further");

    /// <summary>JA2043: too many findings. Argument: the limit. Ours, so that noise does not flood a build.</summary>
    public static SchemaRule FindingsCut { get; } = Error(
        "JA2043",
        "Too many findings",
        "More than {0} things are wrong; the rest is not listed. Correct these first");

    private static SchemaRule[] LimitRules => [DocumentTooLarge, NestingTooDeep, FindingsCut];
}
