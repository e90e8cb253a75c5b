using System.Text.RegularExpressions;

namespace JourneyApps.Schema.Tests.Deviations;

/// <summary>The platform takes for granted that a value begins two characters after the attribute's name.</summary>
internal static partial class EqualsSignRule
{
    public static bool Apply(ComparedFindings comparison)
    {
        Match[] values = [.. Attribute().Matches(comparison.Text).Where(match => match.Groups["equals"].Length > 1)];
        bool applies = false;
        for (int i = 0; i < comparison.Places.Count; i++)
        {
            int place = comparison.Places[i];
            if (values.FirstOrDefault(match => Holds(match.Groups["value"], place)) is not { } found) continue;

            // The place of an empty value is its first quotation mark.
            bool isEmpty = found.Groups["value"].Length == 2;
            comparison.Places[i] = place - found.Groups["equals"].Length + (isEmpty ? 2 : 1);
            applies = true;
        }

        return applies;
    }

    private static bool Holds(Group value, int place) => place >= value.Index && place < value.Index + value.Length;

    [GeneratedRegex("""[^\s=<>"'/]+(?<equals>\s*=\s*)(?<value>"[^"]*"|'[^']*')""")]
    private static partial Regex Attribute();
}
