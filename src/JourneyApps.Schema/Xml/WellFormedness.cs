namespace JourneyApps.Schema.Xml;

/// <summary>
/// Finds what keeps a document from being well-formed, as the platform's parser does: the same faults at the same characters, resumed in
/// the same way after each. That parser is a state machine over single characters which takes the offending character along, so
/// <c>"A&amp;B"</c> loses its closing quote; here each state is a method.
/// </summary>
internal sealed partial class WellFormedness
{
    private readonly string _text;
    private readonly List<XmlFault> _faults = [];
    private readonly List<OpenElement> _open = [];
    private int _at;
    private int _tagStart;
    private bool _sawRoot;
    private bool _closedRoot;
    private bool _sawDoctype;
    private bool _stopped;

    /// <summary>Whether anything but white space was met; the very first character is no reference, whatever it is.</summary>
    private bool _begun;

    private WellFormedness(string text) => _text = text;

    /// <summary>All faults in document order; empty for a document that the platform accepts.</summary>
    public static List<XmlFault> Check(string text)
    {
        WellFormedness check = new(text);
        bool complete = check.Run();
        if (check._stopped) return check._faults;

        TextSpan last = new(Math.Max(0, text.Length - 1), Math.Min(1, text.Length));
        if (check._sawRoot && !check._closedRoot) check.Add(SchemaRules.RootNotClosed, last);
        if (!complete) check.Add(SchemaRules.DocumentCutOff, last);
        return check._faults;
    }

    /// <summary>Goes through the text; false when it ends inside markup.</summary>
    private bool Run()
    {
        if (_text.Length > 0 && _text[0] == '\uFEFF') _at = 1;
        while (!_stopped && _at < _text.Length)
        {
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

    /// <summary>
    /// Keeps a fault unless it is an echo: one that begins up to two characters behind the last one is left out, or replaces a
    /// misplaced end tag, about which it says more.
    /// </summary>
    private void Add(SchemaRule rule, TextSpan span, string? argument = null)
    {
        if (_faults.Count > 0 && span.Start - _faults[_faults.Count - 1].Span.Start <= 2)
        {
            if (!ReferenceEquals(_faults[_faults.Count - 1].Rule, SchemaRules.EndTagUnexpected)) return;
            _faults.RemoveAt(_faults.Count - 1);
        }

        _faults.Add(new XmlFault(rule, span, argument));
        if (_faults.Count < XmlLimits.Diagnostics) return;
        _faults.Add(new XmlFault(SchemaRules.FindingsCut, span, XmlLimits.Diagnostics.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        _stopped = true;
    }
}
