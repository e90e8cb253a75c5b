namespace JourneyApps.Schema.Xml;

/// <summary>Skips what contains no elements in a document that is not well-formed: comments, CDATA, instructions and
/// declarations.</summary>
internal sealed class UnreadMarkup(string text)
{
    private readonly MarkSearch _comment = new(text, "-->");
    private readonly MarkSearch _cdata = new(text, "]]>");
    private readonly MarkSearch _instruction = new(text, "?>");
    private readonly MarkSearch _declaration = new(text, ">");
    private readonly MarkSearch _model = new(text, "</model>");
    private readonly MarkSearch _object = new(text, "</object>");

    /// <summary>The offset after the markup that begins here; the same offset if none does, or if it does not end: a comment that has just
    /// been opened must not hide the rest of the file.</summary>
    /// <param name="at">The offset; not less than in the call before.</param>
    public int Skip(int at)
    {
        if (at + 1 >= text.Length || text[at + 1] is not ('!' or '?')) return at;
        if (Begins(at, "<!--")) return End(_comment.After(at + 4), at);

        int end = Begins(at, "<![CDATA[") ? _cdata.After(at + 9)
            : text[at + 1] == '?' ? _instruction.After(at + 2)
            : _declaration.After(at + 2);

        // Models can be commented out, but do not occur in CDATA: this section is not closed, and the end of another one was found.
        return end < 0 || IsBefore(_model, "</model>".Length, at, end) || IsBefore(_object, "</object>".Length, at, end) ? at : end;
    }

    private static int End(int end, int at) => end < 0 ? at : end;

    private static bool IsBefore(MarkSearch mark, int length, int at, int end)
    {
        int found = mark.From(at);
        return found >= 0 && found + length <= end;
    }

    private bool Begins(int at, string mark) => string.CompareOrdinal(text, at, mark, 0, mark.Length) == 0;
}
