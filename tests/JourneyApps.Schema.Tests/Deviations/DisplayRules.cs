using System.Text.RegularExpressions;
using JourneyApps.Schema.Display;
using JourneyApps.Schema.Xml;

namespace JourneyApps.Schema.Tests.Deviations;

/// <summary>Differences in displays.</summary>
internal static partial class DisplayRules
{
    /// <summary>Whether a finding is about JavaScript that the platform accepts and shows nothing for.</summary>
    public static bool IsStatement(SchemaDiagnostic finding)
        => finding.Rule == SchemaRules.DisplayExpressionUnsupported && Statement().IsMatch(finding.Arguments[0]);

    /// <summary>The platform counts in the text without markup and references, but shows the place in the document, and it places all findings
    /// of an expression that occurs several times at the last one.</summary>
    public static bool MovePlaces(ComparedFindings comparison)
    {
        (Match? display, IReadOnlyList<DisplayPart> parts, int next) = (null, [], 0);
        bool applies = false;
        for (int i = 0; i < comparison.Ours.Count; i++)
        {
            if (comparison.Ours[i].Rule != SchemaRules.DisplayNameUndefined) continue;
            int place = comparison.Places[i];
            if (Display().Matches(comparison.Text).LastOrDefault(match => match.Index < place) is not { } found) continue;
            string format = Decode(found.Groups["format"].Value);
            if (display?.Index != found.Index) (parts, next) = (DisplayFormat.Parse(format).Parts, 0);
            display = found;

            while (parts[next].Kind != DisplayPartKind.Value || parts[next].Text != comparison.Ours[i].Arguments[0]) next++;
            string expression = Expression(format, parts[next++]);
            int last = parts.Where(part => part.Kind == DisplayPartKind.Value && Expression(format, part) == expression).Max(part => part.Origin);
            comparison.Places[i] = found.Groups["format"].Index + last;
            applies |= comparison.Places[i] != place;
        }

        return applies;
    }

    private static string Expression(string format, DisplayPart part)
        => format[part.Origin..DisplayExpression.FindClose(format, part.Origin - 1)].Trim();

    private static string Decode(string raw) => Markup().Replace(raw, static match =>
    {
        if (match.Groups["cdata"].Success) return match.Groups["cdata"].Value;
        return match.Value[0] == '&' && XmlEntities.Resolve(match.ValueSpan[1..^1], out string value) == XmlEntityKind.Known ? value : "";
    });

    [GeneratedRegex(
        """
        <\s*display\b(?<before>(?:[^>"'/]|"[^"]*"|'[^']*')*?)
          (?:\bformat\s*=\s*(?:"(?<format>[^"]*)"|'(?<format>[^']*)') | (?<!/)> (?<format>.*?) <\s*/\s*display\s*>)
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.Singleline)]
    private static partial Regex Display();

    [GeneratedRegex(@"<!--.*?-->|<\?.*?\?>|<!\[CDATA\[(?<cdata>.*?)\]\]>|<[^>]*>|&[^;]+;", RegexOptions.Singleline)]
    private static partial Regex Markup();

    [GeneratedRegex(
        """
        \b(if|else|for|while|do|switch|case|default|try|catch|finally|throw|return|break|continue|debugger|with|var|const|function|class|import|export)\b|\blet\s+\w|=>\s*\{|[{,]\s*(get|set|async)?\s*\w+\s*\(
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Statement();
}
