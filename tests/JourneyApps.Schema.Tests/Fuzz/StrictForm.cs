using System.Text.RegularExpressions;

namespace JourneyApps.Schema.Tests.Fuzz;

/// <summary>
/// A second opinion on the form of a document, made of regular expressions and sharing nothing with the reader: what it calls malformed
/// must draw a finding. It lets pass what the platform is known to let pass: the character after a question mark in an instruction is part of it,
/// so that "??>" does not end it.
/// </summary>
internal static partial class StrictForm
{
    public static bool IsWellFormed(string text)
    {
        int at = text.StartsWith('\uFEFF') ? 1 : 0;
        Stack<string> open = new();
        bool sawRoot = false;
        while (at < text.Length)
        {
            Match token = Token().Match(text, at);
            if (!token.Success) return false;
            at += token.Length;

            if (token.Groups["text"].Success)
            {
                bool isOutside = open.Count == 0;
                if (isOutside && token.Value.Any(c => c is not (' ' or '\t' or '\r' or '\n'))) return false;
                if (!AreReferencesWhole(token.Value)) return false;
            }
            else if (token.Groups["end"].Success)
            {
                if (open.Count == 0 || open.Pop() != token.Groups["end"].Value) return false;
            }
            else if (token.Groups["start"].Success)
            {
                sawRoot = true;
                string[] names = [.. token.Groups["attribute"].Captures.Select(capture => capture.Value)];
                if (names.Distinct().Count() < names.Length) return false;
                if (!token.Groups["value"].Captures.All(capture => AreReferencesWhole(capture.Value))) return false;
                if (token.Groups["slash"].Length == 0) open.Push(token.Groups["start"].Value);
            }
        }

        return sawRoot && open.Count == 0;
    }

    private static bool AreReferencesWhole(string text) =>
        text.Count(c => c == '&') == Reference().Count(text);

    [GeneratedRegex(
        """
        \G(?>
          (?<comment><\s*!--(?>(?:(?!--).)*)-->)
        | (?<cdata><\s*!\[CDATA\[.*?\]\]>)
        | (?<instruction><\s*\?(?>(?:[^?]|\?[^>])*)\?>)
        | (?<declaration><\s*!(?!--|\[CDATA\[)[^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*>)
        | (?:<\s*(?<start>[\p{L}_:\uFDF0-\uFFFD][\p{L}\d_:.\uFDF0-\uFFFD-]*)(?>(?:\s+(?<attribute>[\p{L}_:\uFDF0-\uFFFD][\p{L}\d_:.\uFDF0-\uFFFD-]*)\s*=\s*(?<value>"[^"]*"|'[^']*'))*)\s*(?<slash>/?)>)
        | (?:<\s*/\s*(?<end>[\p{L}_:\uFDF0-\uFFFD][\p{L}\d_:.\uFDF0-\uFFFD-]*)\s*>)
        | (?<text>[^<]+)
        )
        """,
        RegexOptions.Singleline | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Token();

    [GeneratedRegex(@"&(#[0-9]+|#[xX][0-9a-fA-F]+|[\p{L}_:\uFDF0-\uFFFD][\p{L}\d_:.\uFDF0-\uFFFD-]*);")]
    private static partial Regex Reference();
}
