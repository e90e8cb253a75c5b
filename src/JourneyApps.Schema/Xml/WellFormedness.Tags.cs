namespace JourneyApps.Schema.Xml;

internal sealed partial class WellFormedness
{
    private bool ReadStartTag()
    {
        int nameStart = _at - 1;
        while (_at < _text.Length && XmlChars.IsNameBody(_text[_at])) _at++;
        if (_at >= _text.Length) return false;

        TagAttributes attributes = new(_text.Substring(nameStart, _at - nameStart));
        char c = _text[_at];
        if (c is not ('>' or '/') && !XmlChars.IsSpace(c))
        {
            Add(SchemaRules.TagNameInvalid, _at);
            _at++;
        }

        return ReadAttributes(attributes);
    }

    /// <summary>Enters an element at the character that ends its start tag.</summary>
    private bool Open(TagAttributes tag, bool isEmpty)
    {
        int index = _at - 1;
        PrefixScope? outer = _open.Count > 0 ? _open[_open.Count - 1].Prefixes : null;
        PrefixScope? scope = tag.Bindings is null ? outer : new PrefixScope(outer);
        if (tag.Bindings is not null)
        {
            foreach ((string prefix, string uri) in tag.Bindings) scope!.Bind(prefix, uri);
        }

        if (tag.Name.IndexOf(':') > 0 && !PrefixScope.IsBound(scope, Prefix(tag.Name))) AddUnbound(tag.Name, index);
        JudgeAttributes(tag, scope, index);

        _sawRoot = true;
        if (_open.Count >= XmlLimits.Depth)
        {
            string limit = XmlLimits.Depth.ToString(System.Globalization.CultureInfo.InvariantCulture);
            _faults.Add(new XmlFault(SchemaRules.NestingTooDeep, new TextSpan(_tagStart, 1), limit));
            _stopped = true;
            return true;
        }

        _open.Add(new OpenElement(tag.Name, scope));
        if (isEmpty) Close(tag.Name);
        return true;
    }

    private void JudgeAttributes(TagAttributes tag, PrefixScope? scope, int index)
    {
        HashSet<string>? seen = null;
        foreach ((string name, int start) in tag.Items)
        {
            if (name.IndexOf(':') > 0 && Prefix(name) is not "xmlns" and var prefix && !PrefixScope.IsBound(scope, prefix)) AddUnbound(prefix, index);
            seen ??= tag.Seen;
            if (!seen.Add(name)) Add(SchemaRules.AttributeRepeated, new TextSpan(start, name.Length), name);
        }
    }

    private void AddUnbound(string name, int index) => Add(SchemaRules.PrefixUnbound, new TextSpan(index, 1), name);

    private bool ReadEndTag()
    {
        int nameStart = -1;
        while (_at < _text.Length && nameStart < 0)
        {
            char c = _text[_at++];
            if (XmlChars.IsNameStart(c)) nameStart = _at - 1;
            else if (!XmlChars.IsSpace(c)) Add(SchemaRules.EndTagInvalid, _at - 1);
        }

        while (_at < _text.Length && XmlChars.IsNameBody(_text[_at])) _at++;
        if (nameStart < 0 || _at >= _text.Length) return false;

        string name = _text.Substring(nameStart, _at - nameStart);
        while (_at < _text.Length)
        {
            char c = _text[_at++];
            if (c == '>')
            {
                Close(name);
                return true;
            }

            if (!XmlChars.IsSpace(c)) Add(SchemaRules.EndTagInvalid, _at - 1);
        }

        return false;
    }

    private void Close(string name)
    {
        TextSpan span = new(_tagStart, _at - _tagStart);
        int match = _open.Count - 1;
        while (match >= 0 && _open[match].Name != name) match--;

        if (match < 0) Add(SchemaRules.EndTagUnmatched, span, name);
        else if (match < _open.Count - 1) Add(SchemaRules.EndTagUnexpected, span, name);
        if (match < 0) return;

        _open.RemoveRange(match, _open.Count - match);
        if (match == 0) _closedRoot = true;
    }

    private static string Prefix(string name) => name.Substring(0, name.IndexOf(':'));
}
