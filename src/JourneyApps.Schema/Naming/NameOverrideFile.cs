using JourneyApps.Schema.Naming;

namespace JourneyApps.Schema;

/// <summary>The names that a <c>schema.names</c> file chooses for generated code, one per line: <c>job = WorkOrder</c>, <c>job[] =
/// WorkOrders</c>, <c>job.state = Status</c>, <c>job.state["in review"] = InReview</c>. A line that starts with <c>#</c> is a
/// comment.</summary>
public sealed record NameOverrideFile
{
    private Uncompared<Dictionary<string, TextRange>> _ranges;

    internal NameOverrideFile(EquatableArray<(NameOverride Override, TextRange Range)> lines, EquatableArray<SchemaDiagnostic> diagnostics)
    {
        Lines = lines;
        Overrides = new NameOverrides(lines.Select(static line => line.Override).ToEquatableArray());
        SyntaxDiagnostics = diagnostics;
    }

    /// <summary>The lines that could not be read or used, each with its range in the file.</summary>
    public IReadOnlyList<SchemaDiagnostic> Diagnostics => SyntaxDiagnostics;

    internal EquatableArray<(NameOverride Override, TextRange Range)> Lines { get; }

    internal EquatableArray<SchemaDiagnostic> SyntaxDiagnostics { get; }

    /// <summary>The overrides without positions.</summary>
    internal NameOverrides Overrides { get; }

    /// <summary>Reads the text of a <c>schema.names</c> file. Does not throw for any text: an invalid line is a diagnostic.</summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> is canceled.</exception>
    public static NameOverrideFile Parse(string text, CancellationToken cancellationToken = default)
        => NameOverrideReader.Read(text ?? throw new ArgumentNullException(nameof(text)), cancellationToken);

    /// <summary>The range of the line with a key.</summary>
    internal TextRange? FindRange(string? key)
        => key is not null && Ranges().TryGetValue(LineEnds.ToLineFeeds(key), out TextRange? range) ? range : null;

    /// <summary>Created at the first use; two threads at once create the same.</summary>
    private Dictionary<string, TextRange> Ranges()
    {
        if (_ranges.Value is { } known) return known;
        var ranges = new Dictionary<string, TextRange>(Lines.Count, StringComparer.Ordinal);
        foreach ((NameOverride item, TextRange range) in Lines) ranges[LineEnds.ToLineFeeds(item.Key)] = range;
        _ranges = new(ranges);
        return ranges;
    }
}
