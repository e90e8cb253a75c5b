namespace JourneyApps.Schema.Xml;

/// <summary>
/// Reads a well-formed document into a tree. It gives up at the first thing out of the ordinary and leaves the judgement to
/// <see cref="WellFormedness"/>, so the common case pays for no bookkeeping of faults.
/// </summary>
internal ref partial struct XmlTreeReader
{
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
    /// <param name="tree">Receives the elements; empty.</param>
    public static XmlReadResult ReadDocument(XmlTree tree)
    {
        int start = tree.Text.Length > 0 && tree.Text[0] == '\uFEFF' ? 1 : 0;
        XmlTreeReader reader = new(tree, start, tree.Text.Length, -1);
        if (!reader.Read(-1)) return XmlReadResult.Failed;
        return reader._doubtful ? XmlReadResult.Doubtful : XmlReadResult.WellFormed;
    }

    /// <summary>Reads one element out of the middle of a document, as a child of an element of the tree.</summary>
    /// <param name="tree">Receives the elements; left as it was when the range is not one well-formed element.</param>
    /// <param name="start">Where the element begins.</param>
    /// <param name="end">Behind the element.</param>
    /// <param name="parent">The element that receives it.</param>
    public static bool ReadFragment(XmlTree tree, int start, int end, int parent)
    {
        (int last, int count, int attributes) = (tree[parent].LastChild, tree.Count, tree.AttributeCount);
        XmlTreeReader reader = new(tree, start, end, parent);
        bool whole = reader.Read(parent) && !reader._doubtful && tree.Count > count && tree[count].NextSibling < 0;
        if (!whole) tree.TakeBack(parent, last, count, attributes);
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
        if (hasEntity && !AreEntitiesKnown(run)) return false;

        ref XmlElement element = ref _tree[_current];
        element.IsMixed |= hasEntity;
        element.HasText = element.HasText || !(hasEntity ? XmlChars.IsBlank(XmlText.Decode(run).AsSpan()) : XmlChars.IsBlank(run));
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
}
