namespace JourneyApps.Schema.Xml;

/// <summary>Reads a well-formed document into a tree. It stops at the first irregularity and leaves the diagnosis to
/// <see cref="WellFormedness"/>, so that well-formed documents are read without bookkeeping for faults.</summary>
internal ref struct XmlTreeReader
{
    /// <summary>Up to this number duplicates are found by comparing; with more, WellFormedness looks for them with a set.</summary>
    private const int FewAttributes = 16;

    private readonly XmlTree _tree;
    private readonly string _text;
    private readonly int _end;
    private int _at;
    private int _current;
    private int _depth;
    private bool _doubtful;
    private bool _sawDoctype;

    private XmlTreeReader(XmlTree tree, int start, int end, int parent)
    {
        _tree = tree;
        _text = tree.Text;
        _at = start;
        _end = end;
        _current = parent;
    }

    /// <summary>Reads a whole document.</summary>
    public static XmlReadResult ReadDocument(XmlTree tree)
    {
        int start = tree.Text.Length > 0 && tree.Text[0] == '\uFEFF' ? 1 : 0;
        XmlTreeReader reader = new(tree, start, tree.Text.Length, -1);
        if (!reader.Read(-1)) return XmlReadResult.Failed;
        return reader._doubtful ? XmlReadResult.Doubtful : XmlReadResult.WellFormed;
    }

    /// <summary>Reads one element from the middle of a document as a child of an element of the tree.</summary>
    /// <param name="tree">Receives the elements; unchanged if the range is not one well-formed element.</param>
    /// <param name="start">The offset of the element.</param>
    /// <param name="end">The offset after the element.</param>
    /// <param name="parent">The element that receives it.</param>
    public static bool ReadFragment(XmlTree tree, int start, int end, int parent)
    {
        (int last, int count, int attributes) = (tree[parent].LastChild, tree.Count, tree.AttributeCount);
        XmlTreeReader reader = new(tree, start, end, parent);
        bool whole = reader.Read(parent) && !reader._doubtful && tree.Count > count && tree[count].NextSibling < 0;
        if (!whole) tree.RemoveAfter(parent, last, count, attributes);
        return whole;
    }

    private bool Read(int outermost)
    {
        while (_at < _end)
        {
            int markup = _text.IndexOf('<', _at, _end - _at);
            int textEnd = markup < 0 ? _end : markup;
            if (textEnd > _at && !ReadText(_at, textEnd, outermost)) return false;
            if (markup < 0) break;
            _at = markup + 1;
            if (!ReadMarkup(outermost)) return false;
        }

        return _current == outermost;
    }

    private bool ReadMarkup(int outermost)
    {
        _tree.Cancellation.ThrowIfCancellationRequested();
        SkipSpace();
        if (_at >= _end) return false;

        char c = _text[_at];
        if (c == '/') return ReadEndTag(outermost);
        if (XmlChars.IsNameStart(c)) return ReadStartTag();
        if (_current >= 0) _tree[_current].IsMixed = true;
        return c switch
        {
            '!' => ReadDeclaration(),
            '?' => ReadInstruction(),
            _ => false,
        };
    }

    private bool ReadText(int start, int end, int outermost)
    {
        ReadOnlySpan<char> run = _text.AsSpan(start, end - start);
        if (_current == outermost)
        {
            foreach (char c in run)
            {
                if (!XmlChars.IsSpace(c)) return false;
            }

            return true;
        }

        bool hasEntity = run.IndexOf('&') >= 0;
        if (hasEntity && !AreEntitiesKnown(run, _tree.Cancellation)) return false;

        ref XmlElement element = ref _tree[_current];
        element.IsMixed |= hasEntity;
        element.HasText = element.HasText
                || !(hasEntity ? XmlChars.IsBlank(XmlText.Decode(run, _tree.Cancellation).AsSpan()) : XmlChars.IsBlank(run));
        return true;
    }

    private bool ReadEndTag(int outermost)
    {
        int tagStart = _text.LastIndexOf('<', _at);
        _at++;
        SkipSpace();
        int nameStart = _at;
        SkipName();
        int nameLength = _at - nameStart;
        SkipSpace();
        if (_at >= _end || _text[_at] != '>' || _current == outermost || _current < 0) return false;

        _at++;
        ref XmlElement element = ref _tree[_current];
        if (!_text.AsSpan(nameStart, nameLength).SequenceEqual(_text.AsSpan(element.NameStart, element.NameLength))) return false;
        element.ContentEnd = tagStart;
        Close();
        return true;
    }

    private void Close()
    {
        _tree[_current].End = _at;
        _current = _tree[_current].Parent;
        _depth--;
    }

    private void SkipSpace()
    {
        while (_at < _end && XmlChars.IsSpace(_text[_at])) _at++;
    }

    private void SkipName()
    {
        while (_at < _end && XmlChars.IsNameBody(_text[_at])) _at++;
    }

    private bool ReadStartTag()
    {
        int nameStart = _at;
        SkipName();
        if (++_depth > SchemaLimits.Depth) return false;

        int parent = _current;
        _current = _tree.AddElement(nameStart, _at - nameStart, parent);
        if (parent >= 0) _tree[parent].IsMixed = true;

        // The platform ignores a second root, but not text in it.
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

            // An attribute must follow a space; directly after the element's name, SkipName would have consumed it.
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
        _tree.Cancellation.ThrowIfCancellationRequested();
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
        if (hasEntity && !AreEntitiesKnown(value, _tree.Cancellation)) return false;
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

    private bool ReadDeclaration()
    {
        ReadOnlySpan<char> rest = _text.AsSpan(_at, _end - _at);
        if (rest.StartsWith("!--".AsSpan())) return ReadComment();
        if (rest.StartsWith("![CDATA[".AsSpan(), StringComparison.OrdinalIgnoreCase)) return ReadCData();
        if (rest.StartsWith("!DOCTYPE".AsSpan(), StringComparison.OrdinalIgnoreCase))
        {
            // Only one, and before the root; WellFormedness reports another one.
            bool isFirst = !_sawDoctype && _tree.Count == 0;
            _sawDoctype = true;
            return isFirst && ReadDoctype();
        }

        // The platform ignores any other declaration, but a quote in it makes it ignore the rest of the document.
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
            _tree.Cancellation.ThrowIfCancellationRequested();
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
        // The platform's parser skips the character after a question mark, so "??>" does not end an instruction.
        for (int mark = _text.IndexOf('?', _at + 1, _end - _at - 1); mark >= 0 && mark + 1 < _end;)
        {
            _tree.Cancellation.ThrowIfCancellationRequested();
            if (_text[mark + 1] == '>')
            {
                _at = mark + 2;
                return true;
            }

            mark = mark + 2 < _end ? _text.IndexOf('?', mark + 2, _end - mark - 2) : -1;
        }

        return false;
    }

    private static bool AreEntitiesKnown(ReadOnlySpan<char> text, CancellationToken cancellation)
    {
        for (int at = text.IndexOf('&'); at >= 0;)
        {
            cancellation.ThrowIfCancellationRequested();
            text = text.Slice(at + 1);
            int length = text.IndexOf(';');
            if (length < 0 || XmlEntities.Resolve(text.Slice(0, length), out _) != XmlEntityKind.Known) return false;
            text = text.Slice(length + 1);
            at = text.IndexOf('&');
        }

        return true;
    }
}
