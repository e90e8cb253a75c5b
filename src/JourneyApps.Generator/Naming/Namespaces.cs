using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace JourneyApps.Generator.Naming;

/// <summary>Namespaces: made valid, and written so that a keyword among the parts does no harm.</summary>
internal static class Namespaces
{
    /// <summary>The namespace where a project names none and has no usable root namespace.</summary>
    public const string Fallback = "JourneyModels";

    /// <summary>A valid namespace from a project's root namespace, which may hold hyphens or begin with a digit.</summary>
    /// <param name="text">The root namespace, or nothing.</param>
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
    /// <param name="text">The namespace.</param>
    public static bool IsValid(string text) => MakeValid(text) == text;

    /// <summary>The namespace as it is written in code: parts that are keywords get an <c>@</c>.</summary>
    /// <param name="ns">A valid namespace.</param>
    public static string Escape(string ns)
    {
        if (!HasKeyword(ns)) return ns;
        string[] parts = ns.Split('.');
        for (int i = 0; i < parts.Length; i++)
        {
            if (IsKeyword(parts[i])) parts[i] = "@" + parts[i];
        }

        return string.Join(".", parts);
    }

    private static bool HasKeyword(string ns)
    {
        foreach (string part in ns.Split('.'))
        {
            if (IsKeyword(part)) return true;
        }

        return false;
    }

    private static bool IsKeyword(string part) => SyntaxFacts.GetKeywordKind(part) != SyntaxKind.None;

    // Formatting characters count as parts of an identifier but are no part of its name.
    private static bool IsPart(char c) =>
        SyntaxFacts.IsIdentifierPartCharacter(c) && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.Format;
}
