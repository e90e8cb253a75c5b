namespace JourneyApps.Schema.Xml;

internal sealed partial class WellFormedness
{
    private bool ReadDeclaration()
    {
        int start = _at;
        while (_at < _text.Length)
        {
            char c = _text[_at++];
            ReadOnlySpan<char> keyword = _text.AsSpan(start, _at - start);
            if (keyword.Equals("[CDATA[".AsSpan(), StringComparison.OrdinalIgnoreCase)) return ReadCData();
            if (keyword.SequenceEqual("--".AsSpan())) return ReadComment();
            if (keyword.Equals("DOCTYPE".AsSpan(), StringComparison.OrdinalIgnoreCase)) return ReadDoctype();
            if (c == '>') return true;
            if (c is not ('"' or '\'')) continue;

            // The platform looks for the end of such a quoted part with a quote that it never set: the rest is lost.
            _at = _text.Length;
            return false;
        }

        return false;
    }

    private bool ReadComment()
    {
        while (_at < _text.Length)
        {
            int dashes = _text.IndexOf("--", _at, StringComparison.Ordinal);
            if (dashes < 0 || dashes + 2 >= _text.Length) break;
            _at = dashes + 3;
            if (_text[_at - 1] == '>') return true;
            Add(SchemaRules.CommentMalformed, _at - 1);
            if (_stopped) return true;
        }

        _at = _text.Length;
        return false;
    }

    private bool ReadCData()
    {
        int end = _text.IndexOf("]]>", _at, StringComparison.Ordinal);
        _at = end < 0 ? _text.Length : end + 3;
        return end >= 0;
    }

    private bool ReadDoctype()
    {
        if (_sawDoctype || _sawRoot) Add(SchemaRules.DoctypeMisplaced, _at - 1);
        bool inSubset = false;
        while (_at < _text.Length)
        {
            char c = _text[_at++];
            if (c is '"' or '\'')
            {
                int quote = _text.IndexOf(c, _at);
                _at = quote < 0 ? _text.Length : quote + 1;
                if (quote < 0) return false;
            }
            else if (inSubset)
            {
                inSubset = c != ']';
            }
            else if (c == '[')
            {
                inSubset = true;
            }
            else if (c == '>')
            {
                _sawDoctype = true;
                return true;
            }
        }

        return false;
    }

    private bool ReadInstruction()
    {
        while (_at < _text.Length)
        {
            int mark = _text.IndexOf('?', _at);
            if (mark < 0 || mark + 1 >= _text.Length) break;
            _at = mark + 2;
            if (_text[_at - 1] == '>') return true;
        }

        _at = _text.Length;
        return false;
    }
}
