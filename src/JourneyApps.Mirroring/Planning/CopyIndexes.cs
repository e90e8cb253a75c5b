using JourneyApps.Schema;

namespace JourneyApps.Mirroring.Planning;

/// <summary>The indexes of a copy.</summary>
internal static class CopyIndexes
{
    /// <summary>The name of the index on a link.</summary>
    public static string NameOf(string table, string column) => CopyNames.Shorten($"_{table}_{column}_index");
}
