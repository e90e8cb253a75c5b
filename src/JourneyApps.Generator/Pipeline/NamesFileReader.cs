using JourneyApps.Generator.Diagnostics;
using JourneyApps.Generator.Naming;
using JourneyApps.Schema;

namespace JourneyApps.Generator.Pipeline;

/// <summary>
/// Reads <c>schema.names</c>: one choice a line, <c>job = WorkOrder</c>, <c>job[] = WorkOrders</c>, <c>job.state = Status</c>,
/// <c>job.state["in review"] = InReview</c>; <c>#</c> begins a comment line.
/// </summary>
internal static class NamesFileReader
{
    /// <summary>Reads the file.</summary>
    /// <param name="file">The file.</param>
    public static NamesFile Read(SchemaText file)
    {
        string text = file.ReadText();
        var lines = new List<NamesLine>();
        var findings = new List<LocatedFinding>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        int number = 0;
        for (int start = 0; start < text.Length; number++)
        {
            int end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            ReadLine(file.Path, text, start, end, number, lines, findings, seen);
            start = end + 1;
        }

        return new NamesFile(file.Path, lines.ToEquatableArray(), findings.ToEquatableArray());
    }

    private static void ReadLine(
        string path, string text, int start, int end, int number, List<NamesLine> lines, List<LocatedFinding> findings, HashSet<string> seen)
    {
        int from = start;
        while (from < end && (char.IsWhiteSpace(text[from]) || text[from] == '\uFEFF')) from++;
        int to = end;
        while (to > from && char.IsWhiteSpace(text[to - 1])) to--;
        if (from == to || text[from] == '#') return;

        TextRange Range(int first, int last) => new(first, last - first, number, first - start, number, last - start);

        if (NamesKey.TryRead(text, from, to) is not { } key)
        {
            findings.Add(new(NamingRules.NamesLineMalformed, [], path, Range(from, to)));
        }
        else if (!Identifier.IsChoosable(key.Choice.Name))
        {
            findings.Add(new(NamingRules.ChosenNameInvalid, [key.Choice.Name], path, Range(key.NameStart, to)));
        }
        else if (!seen.Add(key.Choice.Key))
        {
            findings.Add(new(NamingRules.NamesLineRepeated, [key.Choice.Key], path, Range(from, key.End)));
        }
        else
        {
            lines.Add(new NamesLine(key.Choice, Range(from, key.End)));
        }
    }
}
