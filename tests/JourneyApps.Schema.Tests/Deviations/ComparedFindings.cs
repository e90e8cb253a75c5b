using JourneyApps.Schema.Tests.Vectors;

namespace JourneyApps.Schema.Tests.Deviations;

/// <summary>The findings of a document here and on the platform. A rule of docs/deviations.md makes ours what the platform's are.</summary>
internal sealed class ComparedFindings
{
    public ComparedFindings(PlatformDocument document, ParsedSchema parsed)
    {
        Document = document;
        Ours = [.. parsed.Diagnostics.Where(finding => finding.Rule.Id.StartsWith("JA1", StringComparison.Ordinal))];
        Places = [.. Ours.Select(finding => finding.Range is { } range ? range.Start : -1)];
        Theirs = [.. document.Findings];
    }

    public PlatformDocument Document { get; }

    public string Text => Document.Xml;

    /// <summary>Our findings.</summary>
    public List<SchemaDiagnostic> Ours { get; }

    /// <summary>The offset where the platform places each of our findings; −1 for none.</summary>
    public List<int> Places { get; }

    /// <summary>The findings of the platform.</summary>
    public List<PlatformFinding> Theirs { get; }

    public bool IsEqual => Ours.Select((finding, i) => At(finding.Severity, Places[i])).SequenceEqual(Theirs);

    public PlatformFinding At(SchemaSeverity severity, int place)
        => place < 0
            ? new PlatformFinding(severity, null, null)
            : new PlatformFinding(
                severity, Text.AsSpan(0, place).Count('\n') + 1, place - (place == 0 ? -1 : Text.LastIndexOf('\n', place - 1)));

    /// <summary>Removes our findings of a kind.</summary>
    /// <returns>Whether there were any.</returns>
    public bool Remove(Predicate<SchemaDiagnostic> match)
    {
        int before = Ours.Count;
        for (int i = before - 1; i >= 0; i--)
        {
            if (!match(Ours[i])) continue;
            Ours.RemoveAt(i);
            Places.RemoveAt(i);
        }

        return Ours.Count < before;
    }

    public override string ToString()
        => $"{Document.Id} ({Document.Version})\nplatform: {string.Join(", ", Theirs)}\nours:     "
            + string.Join(", ", Ours.Select((finding, i) => $"{finding.Rule.Id} {At(finding.Severity, Places[i])}")) + $"\n{Text}\n";
}
