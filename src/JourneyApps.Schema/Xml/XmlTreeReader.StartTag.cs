namespace JourneyApps.Schema.Xml;

internal ref partial struct XmlTreeReader
{
    /// <summary>Up to here duplicates are looked for by comparing; beyond, the closer look does it with a set.</summary>
    private const int FewAttributes = 16;

    private bool ReadStartTag()
    {
        int nameStart = _at;
        SkipName();
        if (++_depth > XmlLimits.Depth) return false;

        int parent = _current;
        _current = _tree.AddElement(nameStart, _at - nameStart, parent);
        if (parent >= 0) _tree[parent].IsMixed = true;

        // The platform passes over a second root, but not over text in it.
        _doubtful |= _text.IndexOf(':', nameStart, _at - nameStart) >= 0 || (parent < 0 && _current > 0);

        while (_at < _end)
        {
            int before = _at;
            SkipSpace();
            if (_at >= _end) return false;
            char c = _text[_at];
            if (c == '>') return EndStartTag(isEmpty: false);
            if (c == '/')
            {
                _at++;
                return _at < _end && _text[_at] == '>' && EndStartTag(isEmpty: true);
            }

            // Without a space between, this is a fault; behind the element's name, SkipName would have taken it.
            if (_at == before || !XmlChars.IsNameStart(c) || !ReadAttribute()) return false;
        }

        return false;
    }

    private bool EndStartTag(bool isEmpty)
    {
        _at++;
        _tree[_current].ContentStart = _at;
        _tree[_current].ContentEnd = _at;
        if (isEmpty) Close();
        return true;
    }

    private bool ReadAttribute()
    {
        int nameStart = _at;
        SkipName();
        int nameLength = _at - nameStart;
        SkipSpace();
        if (_at >= _end || _text[_at] != '=') return false;
        _at++;
        SkipSpace();
        if (_at >= _end || _text[_at] is not ('"' or '\'')) return false;

        int valueStart = _at + 1;
        int valueEnd = _text.IndexOf(_text[_at], valueStart, _end - valueStart);
        if (valueEnd < 0) return false;
        _at = valueEnd + 1;

        ReadOnlySpan<char> value = _text.AsSpan(valueStart, valueEnd - valueStart);
        bool hasEntity = value.IndexOf('&') >= 0;
        if (hasEntity && !AreEntitiesKnown(value)) return false;
        if (IsRepeated(_text.AsSpan(nameStart, nameLength))) return false;

        _tree.AddAttribute(new XmlAttribute
        {
            NameStart = nameStart,
            NameLength = nameLength,
            ValueStart = valueStart,
            ValueLength = value.Length,
            HasEntity = hasEntity,
        });
        return true;
    }

    private bool IsRepeated(ReadOnlySpan<char> name)
    {
        _doubtful |= name.IndexOf(':') >= 0;
        ref XmlElement element = ref _tree[_current];
        if (element.AttributeCount >= FewAttributes)
        {
            _doubtful = true;
            return false;
        }

        for (int i = 0; i < element.AttributeCount; i++)
        {
            if (_tree.AttributeName(element.FirstAttribute + i).SequenceEqual(name)) return true;
        }

        return false;
    }
}
