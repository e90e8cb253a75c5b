namespace JourneyApps.Schema.Xml;

internal ref partial struct XmlTreeReader
{
    private bool ReadDeclaration()
    {
        ReadOnlySpan<char> rest = _text.AsSpan(_at, _end - _at);
        if (rest.StartsWith("!--".AsSpan())) return ReadComment();
        if (rest.StartsWith("![CDATA[".AsSpan(), StringComparison.OrdinalIgnoreCase)) return ReadCData();
        if (rest.StartsWith("!DOCTYPE".AsSpan(), StringComparison.OrdinalIgnoreCase))
        {
            // Only one, and before the root: the closer look says what is wrong with another.
            bool isFirst = !_sawDoctype && _tree.Count == 0;
            _sawDoctype = true;
            return isFirst && ReadDoctype();
        }

        // Any other declaration is passed over by the platform, but a quote inside swallows the rest of the document.
        int end = rest.IndexOf('>');
        if (end < 0 || rest.Slice(0, end).IndexOfAny('"', '\'') >= 0) return false;
        _at += end + 1;
        return true;
    }

    private bool ReadComment()
    {
        int dashes = _text.IndexOf("--", _at + 3, _end - _at - 3, StringComparison.Ordinal);
        _at = dashes + 3;
        return dashes >= 0 && _at <= _end && _text[_at - 1] == '>';
    }

    private bool ReadCData()
    {
        int start = _at + "![CDATA[".Length;
        int end = _text.IndexOf("]]>", start, _end - start, StringComparison.Ordinal);
        if (end < 0) return false;
        _at = end + 3;
        return true;
    }

    private bool ReadDoctype()
    {
        bool inSubset = false;
        for (_at += "!DOCTYPE".Length; _at < _end; _at++)
        {
            char c = _text[_at];
            if (c is '"' or '\'')
            {
                _at = _text.IndexOf(c, _at + 1, _end - _at - 1);
                if (_at < 0) return false;
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
                _at++;
                return true;
            }
        }

        return false;
    }

    private bool ReadInstruction()
    {
        // A question mark takes the next character with it, so "??>" does not end an instruction.
        for (int mark = _text.IndexOf('?', _at + 1, _end - _at - 1); mark >= 0 && mark + 1 < _end;)
        {
            if (_text[mark + 1] == '>')
            {
                _at = mark + 2;
                return true;
            }

            mark = mark + 2 < _end ? _text.IndexOf('?', mark + 2, _end - mark - 2) : -1;
        }

        return false;
    }

    private static bool AreEntitiesKnown(ReadOnlySpan<char> text)
    {
        for (int at = text.IndexOf('&'); at >= 0;)
        {
            text = text.Slice(at + 1);
            int length = text.IndexOf(';');
            if (length < 0 || XmlEntities.Resolve(text.Slice(0, length), out _) != XmlEntityKind.Known) return false;
            text = text.Slice(length + 1);
            at = text.IndexOf('&');
        }

        return true;
    }
}
