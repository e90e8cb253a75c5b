using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace JourneyApps.Generator.Options;

/// <summary>Makes valid namespaces.</summary>
internal static class Namespaces
{
    /// <summary>The namespace if a project sets none and its root namespace cannot be used.</summary>
    public const string Fallback = "JourneyModels";

    /// <summary>A valid namespace from a project's root namespace, which can contain hyphens or begin with a digit.</summary>
    public static string MakeValid(string? text)
    {
        var result = new StringBuilder();
        foreach (string part in (text ?? "").Split('.'))
        {
            if (part.Length == 0) continue;
            if (result.Length > 0) result.Append('.');
            if (!SyntaxFacts.IsIdentifierStartCharacter(part[0])) result.Append('_');
            foreach (char c in part) result.Append(IsPart(c) ? c : '_');
        }

        return result.Length == 0 ? Fallback : result.ToString();
    }

    /// <summary>Whether a namespace can be used as it is.</summary>
    public static bool IsValid(string text) => MakeValid(text) == text;

    // Formatting characters are allowed in an identifier but are not part of its name.
    private static bool IsPart(char c)
        => SyntaxFacts.IsIdentifierPartCharacter(c) && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.Format;
}
