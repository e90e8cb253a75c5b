namespace JourneyApps.Schema.Text;

/// <summary>The offsets of a text's lines. Only a line feed ends a line, as on the platform.</summary>
internal sealed class LineMap : IEquatable<LineMap>
{
    private readonly int[] _starts;

    private LineMap(int[] starts) => _starts = starts;

    public static LineMap Of(string text, CancellationToken cancellation = default)
    {
        int count = 1;
        for (int at = text.IndexOf('\n'); at >= 0; at = text.IndexOf('\n', at + 1))
        {
            cancellation.ThrowIfCancellationRequested();
            count++;
        }

        int[] starts = new int[count];
        int line = 1;
        for (int at = text.IndexOf('\n'); at >= 0; at = text.IndexOf('\n', at + 1))
        {
            cancellation.ThrowIfCancellationRequested();
            starts[line++] = at + 1;
        }

        return new LineMap(starts);
    }

    public TextRange Range(TextSpan span)
    {
        int end = span.Start + span.Length;
        int startLine = Line(span.Start);
        int endLine = Line(end);
        return new TextRange(span.Start, span.Length, startLine, span.Start - _starts[startLine], endLine, end - _starts[endLine]);
    }

    public bool Equals(LineMap? other) => other is not null && _starts.AsSpan().SequenceEqual(other._starts);

    public override bool Equals(object? obj) => Equals(obj as LineMap);

    public override int GetHashCode() => _starts.Length;

    private int Line(int offset)
    {
        int found = Array.BinarySearch(_starts, offset);
        return found >= 0 ? found : ~found - 1;
    }
}
