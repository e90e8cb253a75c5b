using JourneyApps.Schema.Naming;

namespace JourneyApps.Schema;

/// <summary>The names that a <c>schema.names</c> file chooses for generated code, one per line: <c>job = WorkOrder</c>, <c>job[] =
/// WorkOrders</c>, <c>job.state = Status</c>, <c>job.state["in review"] = InReview</c>. A line that starts with <c>#</c> is a
/// comment.</summary>
public sealed record NameOverrideFile
{
    internal NameOverrideFile(EquatableArray<(NameOverride Override, TextRange Range)> lines, EquatableArray<SchemaDiagnostic> diagnostics)
    {
        Lines = lines;
        SyntaxDiagnostics = diagnostics;
    }

    /// <summary>The lines that could not be read or used, each with its range in the file.</summary>
    public IReadOnlyList<SchemaDiagnostic> Diagnostics => SyntaxDiagnostics;

    internal EquatableArray<(NameOverride Override, TextRange Range)> Lines { get; }

    internal EquatableArray<SchemaDiagnostic> SyntaxDiagnostics { get; }

    /// <summary>The overrides without positions.</summary>
    internal NameOverrides Overrides => new(Lines.Select(static line => line.Override).ToEquatableArray());

    /// <summary>Reads the text of a <c>schema.names</c> file. Does not throw for any text: an invalid line is a diagnostic.</summary>
    /// <param name="text">The text of the file.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    public static NameOverrideFile Parse(string text) => NameOverrideReader.Read(text ?? throw new ArgumentNullException(nameof(text)));

    /// <summary>The range of the line with a key.</summary>
    internal TextRange? FindRange(string? key)
    {
        foreach ((NameOverride item, TextRange range) in Lines)
        {
            if (item.Key == key) return range;
        }

        return null;
    }
}
