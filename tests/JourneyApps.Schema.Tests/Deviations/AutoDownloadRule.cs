using System.Text.RegularExpressions;

namespace JourneyApps.Schema.Tests.Deviations;

/// <summary>The platform accepts every part of the word "true" and refuses "false".</summary>
internal static partial class AutoDownloadRule
{
    public static bool Apply(ComparedFindings comparison)
    {
        bool applies = comparison.Remove(static finding
            => finding.Rule == SchemaRules.AutoDownloadInvalid && "true".Contains(finding.Arguments[0], StringComparison.Ordinal));
        foreach (Match value in False().Matches(comparison.Text))
            applies |= comparison.Theirs.Remove(comparison.At(SchemaSeverity.Error, value.Index + value.Groups["name"].Length + 2));
        return applies;
    }

    [GeneratedRegex("""(?<name>auto-download)\s*=\s*["']false["']""")]
    private static partial Regex False();
}
