namespace JourneyApps.Schema.Xml;

internal sealed partial class WellFormedness
{
    /// <summary>The offset of the current attribute's name. After a missing space it is still the offset of the attribute before.</summary>
    private int _attributeStart;

    private bool ReadAttributes(TagAttributes tag)
    {
        while (_at < _text.Length)
        {
            _cancellation.ThrowIfCancellationRequested();
            char c = _text[_at++];
            if (XmlChars.IsSpace(c)) continue;
            if (c == '>') return Open(tag, isEmpty: false);
            if (c == '/')
            {
                if (_at >= _text.Length) return false;
                if (_text[_at++] == '>') return Open(tag, isEmpty: true);
                Add(SchemaRules.SlashMisplaced, _at - 1);
            }
            else if (XmlChars.IsNameStart(c))
            {
                _attributeStart = _at - 1;
                if (ReadAttribute(tag, c) is { } result) return result;
            }
            else
            {
                Add(SchemaRules.AttributeNameInvalid, _at - 1);
            }

            if (_stopped) return true;
        }

        return false;
    }

    /// <summary>Reads attributes, beginning with the first character of a name. Null if more can follow after a space; else how the tag
    /// ended.</summary>
    private bool? ReadAttribute(TagAttributes tag, char first)
    {
        System.Text.StringBuilder name = new();
        name.Append(first);
        while (true)
        {
            _cancellation.ThrowIfCancellationRequested();
            switch (ReadAttributeName(tag, name))
            {
                case NameEnd.TextEnds: return false;
                case NameEnd.TagEnds: return Open(tag, isEmpty: false);
                case NameEnd.Space: return null;
                case NameEnd.NextName: continue;
                case NameEnd.Value: break;
            }

            bool? result = ReadValue(tag, name.ToString(), out char next);
            if (next == '\0') return result;
            Add(SchemaRules.AttributesNotSeparated, _at - 1);
            name.Clear().Append(next);
        }
    }

    private enum NameEnd
    {
        Value,
        NextName,
        Space,
        TagEnds,
        TextEnds,
    }

    private NameEnd ReadAttributeName(TagAttributes tag, System.Text.StringBuilder name)
    {
        bool sawSpace = false;
        while (_at < _text.Length)
        {
            _cancellation.ThrowIfCancellationRequested();
            char c = _text[_at++];
            if (c == '=') return NameEnd.Value;
            if (XmlChars.IsSpace(c))
            {
                sawSpace = true;
                continue;
            }

            if (!sawSpace && c == '>')
            {
                AddWithoutValue(name.ToString());
                Keep(tag, name.ToString(), name.ToString());
                return NameEnd.TagEnds;
            }

            if (!sawSpace)
            {
                if (XmlChars.IsNameBody(c)) name.Append(c);
                else Add(SchemaRules.AttributeNameInvalid, _at - 1);
                continue;
            }

            AddWithoutValue(name.ToString());
            tag.Seen.Add(name.ToString());
            if (c == '>') return NameEnd.TagEnds;
            if (XmlChars.IsNameStart(c))
            {
                _attributeStart = _at - 1;
                name.Clear().Append(c);
                return NameEnd.NextName;
            }

            Add(SchemaRules.AttributeNameInvalid, _at - 1);
            return NameEnd.Space;
        }

        return NameEnd.TextEnds;
    }

    private void AddWithoutValue(string name) => Add(SchemaRules.AttributeWithoutValue, new TextSpan(_attributeStart, name.Length), name);

    /// <summary>Reads a value; <paramref name="next"/> is the first character of a name that follows without a space.</summary>
    private bool? ReadValue(TagAttributes tag, string name, out char next)
    {
        next = '\0';
        while (_at < _text.Length && XmlChars.IsSpace(_text[_at])) _at++;
        if (_at >= _text.Length) return false;

        char quote = _text[_at++];
        if (quote is not ('"' or '\''))
        {
            Add(SchemaRules.AttributeNotQuoted, _at - 1);
            return ReadUnquoted(tag, name);
        }

        int start = _at;
        while (true)
        {
            _cancellation.ThrowIfCancellationRequested();
            int stop = _text.AsSpan(_at).IndexOfAny(quote, '&');
            if (stop < 0)
            {
                _at = _text.Length;
                return false;
            }

            _at += stop + 1;
            if (_text[_at - 1] == quote) break;
            if (!ReadEntity()) return false;
        }

        Keep(tag, name, _text.Substring(start, _at - 1 - start));
        return ReadValueEnd(tag, out next);
    }

    private bool? ReadValueEnd(TagAttributes tag, out char next)
    {
        next = '\0';
        while (_at < _text.Length && !_stopped)
        {
            _cancellation.ThrowIfCancellationRequested();
            char c = _text[_at++];
            if (XmlChars.IsSpace(c)) return null;
            if (c == '>') return Open(tag, isEmpty: false);
            if (c == '/')
            {
                _at--;
                return null;
            }

            if (XmlChars.IsNameStart(c))
            {
                next = c;
                return null;
            }

            Add(SchemaRules.AttributeNameInvalid, _at - 1);
        }

        return false;
    }

    private bool? ReadUnquoted(TagAttributes tag, string name)
    {
        int start = _at - 1;
        while (_at < _text.Length)
        {
            _cancellation.ThrowIfCancellationRequested();
            char c = _text[_at++];
            if (c == '&')
            {
                if (!ReadEntity()) return false;
            }
            else if (c == '>' || XmlChars.IsSpace(c))
            {
                Keep(tag, name, _text.Substring(start, _at - 1 - start));
                return c == '>' ? Open(tag, isEmpty: false) : null;
            }
        }

        return false;
    }

    private void Keep(TagAttributes tag, string name, string value)
    {
        // The platform ignores an attribute whose name already occurred without a value.
        if (tag.Seen.Contains(name)) return;

        int colon = name.IndexOf(':');
        string? prefix = name == "xmlns" ? ""
            : colon == 5 && name.StartsWith("xmlns:", StringComparison.Ordinal) ? name.Substring(6)
            : null;
        bool isReserved = prefix switch
        {
            "xml" => value != "http://www.w3.org/XML/1998/namespace",
            "xmlns" => value != "http://www.w3.org/2000/xmlns/",
            _ => false,
        };
        if (isReserved) Add(SchemaRules.PrefixReserved, new TextSpan(_at - 1, 1), prefix);
        else if (prefix is not null) tag.Bind(prefix, value);
        tag.Items.Add((name, _attributeStart));
    }
}
