using System.Text.RegularExpressions;

namespace JourneyApps.Schema.Tests.Deviations;

/// <summary>The platform finds names that every JavaScript object has, and some of its own, in its tables. What it reports for a document with
/// one of them is an accident, so the findings are not compared.</summary>
internal static partial class ScriptNames
{
    public static bool Apply(ComparedFindings comparison)
    {
        bool applies = !comparison.IsEqual && Name().IsMatch(comparison.Text);
        if (!applies) return false;
        comparison.Remove(static _ => true);
        comparison.Theirs.Clear();
        return true;
    }

    [GeneratedRegex(
        """
        ["'<\s,-](constructor|toString|toLocaleString|valueOf|hasOwnProperty|isPrototypeOf|propertyIsEnumerable|__\w+__|_required)\b
        |<webhook\b[^<>]*\sfield\s*=
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Name();
}
