namespace JourneyApps.Schema.Xml;

/// <summary>Finds a mark from rising offsets. It remembers what it found, so a document that opens a comment a million times and never
/// closes it is searched once.</summary>
internal sealed class MarkSearch(string text, string mark)
{
    private const int NotSearched = -1;
    private const int Missing = int.MaxValue;

    private int _found = NotSearched;

    /// <summary>The first mark that begins at or after an offset; −1 if there is none. The offset must not be less than in the call
    /// before.</summary>
    public int From(int start)
    {
        if (_found < start)
        {
            int found = start < text.Length ? text.IndexOf(mark, start, StringComparison.Ordinal) : -1;
            _found = found < 0 ? Missing : found;
        }

        return _found == Missing ? -1 : _found;
    }

    /// <summary>The offset after the first mark that begins at or after an offset; −1 if there is none.</summary>
    public int After(int start)
    {
        int found = From(start);
        return found < 0 ? -1 : found + mark.Length;
    }
}
