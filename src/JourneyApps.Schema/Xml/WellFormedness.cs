using System.Globalization;

namespace JourneyApps.Schema.Xml;

/// <summary>Finds the reasons why a document is not well-formed, as the platform's parser does: the same faults at the same characters,
/// resumed in the same way after each. That parser is a state machine over single characters which takes the offending character along, so
/// <c>"A&amp;B"</c> loses its closing quote; here each state is a method.</summary>
internal sealed partial class WellFormedness
{
    private readonly string _text;
    private readonly CancellationToken _cancellation;
    private readonly List<XmlFault> _faults = [];
    private readonly List<OpenElement> _open = [];
    private int _at;
    private int _tagStart;
    private bool _sawRoot;
    private bool _closedRoot;
    private bool _sawDoctype;
    private bool _stopped;

    /// <summary>Whether the text has begun. An ampersand as the very first character does not begin a reference.</summary>
    private bool _begun;

    private WellFormedness(string text, CancellationToken cancellation) => (_text, _cancellation) = (text, cancellation);

    /// <summary>All faults in document order; empty for a document that the platform accepts.</summary>
    public static List<XmlFault> Check(string text, CancellationToken cancellation)
    {
        WellFormedness check = new(text, cancellation);
        bool complete = check.Run();
        if (check._stopped) return check._faults;

        TextSpan last = new(Math.Max(0, text.Length - 1), Math.Min(1, text.Length));
        if (check._sawRoot && !check._closedRoot) check.Add(SchemaRules.RootNotClosed, last);
        if (!complete) check.Add(SchemaRules.DocumentCutOff, last);
        return check._faults;
    }

    /// <summary>Reads the text; false if it ends inside markup.</summary>
    private bool Run()
    {
        if (_text.Length > 0 && _text[0] == '\uFEFF') _at = 1;
        while (!_stopped && _at < _text.Length)
        {
            _cancellation.ThrowIfCancellationRequested();
            if (_sawRoot && !_closedRoot)
            {
                int next = _text.AsSpan(_at).IndexOfAny('<', '&');
                if (next < 0) return true;
                _at += next;
            }

            int index = _at;
            char c = _text[_at++];
            if (c == '<')
            {
                _begun = true;
                _tagStart = index;
                if (!ReadMarkup()) return false;
                continue;
            }

            if (!XmlChars.IsSpace(c) && (!_sawRoot || _closedRoot)) Add(SchemaRules.TextOutsideRoot, index);
            if (c == '&' && _begun && !ReadEntity()) return false;
            _begun |= !XmlChars.IsSpace(c);
        }

        return true;
    }

    private bool ReadMarkup()
    {
        while (_at < _text.Length)
        {
            _cancellation.ThrowIfCancellationRequested();
            char c = _text[_at++];
            if (XmlChars.IsSpace(c)) continue;
            if (c == '!') return ReadDeclaration();
            if (c == '?') return ReadInstruction();
            if (c == '/') return ReadEndTag();
            if (XmlChars.IsNameStart(c)) return ReadStartTag();
            Add(SchemaRules.LessThanNotEscaped, _at - 1);
            return true;
        }

        return false;
    }

    private bool ReadEntity()
    {
        int start = _at;
        while (_at < _text.Length)
        {
            _cancellation.ThrowIfCancellationRequested();
            char c = _text[_at++];
            if (c == ';')
            {
                ReadOnlySpan<char> name = _text.AsSpan(start, _at - 1 - start);
                XmlEntityKind kind = XmlEntities.Resolve(name, out _);
                if (kind == XmlEntityKind.Unknown) Add(SchemaRules.EntityUnknown, new TextSpan(_at - 1, 1), name.ToString());
                if (kind == XmlEntityKind.OutOfRange) Add(SchemaRules.CodePointInvalid, new TextSpan(_at - 1, 1), name.ToString());
                return true;
            }

            bool belongs = c == '#' || (_at - 1 == start ? XmlChars.IsNameStart(c) : XmlChars.IsNameBody(c));
            if (belongs) continue;
            Add(SchemaRules.AmpersandNotEscaped, _at - 1);
            return true;
        }

        return false;
    }

    private void Add(SchemaRule rule, int index) => Add(rule, new TextSpan(index, 1));

    /// <summary>Adds a fault. One that begins at most two characters after the previous one is a consequence of it and is left out, unless
    /// the previous one is an unexpected end tag: then it replaces that one, because it says more.</summary>
    private void Add(SchemaRule rule, TextSpan span, string? argument = null)
    {
        if (_faults.Count > 0 && span.Start - _faults[_faults.Count - 1].Span.Start <= 2)
        {
            if (!ReferenceEquals(_faults[_faults.Count - 1].Rule, SchemaRules.EndTagUnexpected)) return;
            _faults.RemoveAt(_faults.Count - 1);
        }

        _faults.Add(new XmlFault(rule, span, argument));
        if (_faults.Count < SchemaLimits.Diagnostics) return;
        _faults.Add(new XmlFault(SchemaRules.DiagnosticsCut, span, SchemaLimits.DiagnosticsText));
        _stopped = true;
    }

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

    /// <summary>Opens an element at the character that ends its start tag.</summary>
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
        CheckAttributes(tag, scope, index);

        _sawRoot = true;
        if (_open.Count >= SchemaLimits.Depth)
        {
            string limit = SchemaLimits.Depth.ToString(CultureInfo.InvariantCulture);
            _faults.Add(new XmlFault(SchemaRules.NestingTooDeep, new TextSpan(_tagStart, 1), limit));
            _stopped = true;
            return true;
        }

        _open.Add(new OpenElement(tag.Name, scope));
        if (isEmpty) Close(tag.Name);
        return true;
    }

    private void CheckAttributes(TagAttributes tag, PrefixScope? scope, int index)
    {
        HashSet<string>? seen = null;
        foreach ((string name, int start) in tag.Items)
        {
            _cancellation.ThrowIfCancellationRequested();
            string? prefix = name.IndexOf(':') > 0 ? Prefix(name) : null;
            if (prefix is not (null or "xmlns") && !PrefixScope.IsBound(scope, prefix)) AddUnbound(prefix, index);
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
            _cancellation.ThrowIfCancellationRequested();
            char c = _text[_at++];
            if (XmlChars.IsNameStart(c)) nameStart = _at - 1;
            else if (!XmlChars.IsSpace(c)) Add(SchemaRules.EndTagInvalid, _at - 1);
        }

        while (_at < _text.Length && XmlChars.IsNameBody(_text[_at])) _at++;
        if (nameStart < 0 || _at >= _text.Length) return false;

        string name = _text.Substring(nameStart, _at - nameStart);
        while (_at < _text.Length)
        {
            _cancellation.ThrowIfCancellationRequested();
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

    private bool ReadDeclaration()
    {
        int start = _at;
        while (_at < _text.Length)
        {
            _cancellation.ThrowIfCancellationRequested();
            char c = _text[_at++];
            ReadOnlySpan<char> keyword = _text.AsSpan(start, _at - start);
            if (keyword.Equals("[CDATA[".AsSpan(), StringComparison.OrdinalIgnoreCase)) return ReadCData();
            if (keyword.SequenceEqual("--".AsSpan())) return ReadComment();
            if (keyword.Equals("DOCTYPE".AsSpan(), StringComparison.OrdinalIgnoreCase)) return ReadDoctype();
            if (c == '>') return true;
            if (c is not ('"' or '\'')) continue;

            // The platform's parser never finds the end of such a quoted part, so it ignores the rest of the document.
            _at = _text.Length;
            return false;
        }

        return false;
    }

    private bool ReadComment()
    {
        while (_at < _text.Length)
        {
            _cancellation.ThrowIfCancellationRequested();
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
            _cancellation.ThrowIfCancellationRequested();
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
            _cancellation.ThrowIfCancellationRequested();
            int mark = _text.IndexOf('?', _at);
            if (mark < 0 || mark + 1 >= _text.Length) break;
            _at = mark + 2;
            if (_text[_at - 1] == '>') return true;
        }

        _at = _text.Length;
        return false;
    }
}
