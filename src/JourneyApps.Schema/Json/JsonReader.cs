using System.Text;
using JourneyApps.Schema.Xml;

namespace JourneyApps.Schema.Json;

/// <summary>Reads JSON with positions. System.Text.Json cannot be used because not every compiler host provides it.</summary>
internal ref struct JsonReader
{
    private readonly string _text;
    private readonly CancellationToken _cancellation;
    private int _at;
    private int _depth;
    private string? _expected;
    private TextSpan _faultSpan;

    private JsonReader(string text, CancellationToken cancellation) => (_text, _cancellation) = (text, cancellation);

    /// <summary>Reads a whole text; null if it is not JSON, with what was expected and where.</summary>
    public static JsonValue? Read(string text, CancellationToken cancellation, out string expected, out TextSpan span)
    {
        JsonReader reader = new(text, cancellation);
        if (text.Length > 0 && text[0] == '\uFEFF') reader._at = 1;
        JsonValue? value = reader.ReadValue();
        reader.SkipSpace();
        if (value is not null && reader._at < text.Length) value = reader.Fail("nothing may follow the closing brace");
        (expected, span) = (reader._expected ?? "", reader._faultSpan);
        return value;
    }

    private JsonValue? ReadValue()
    {
        _cancellation.ThrowIfCancellationRequested();
        SkipSpace();
        if (_at >= _text.Length) return Fail("the text ends too early");
        if (_depth > SchemaLimits.Depth) return Fail("it is nested too deep");

        int start = _at;
        switch (_text[_at])
        {
            case '{': return ReadObject();
            case '[': return ReadArray();
            case '"': return ReadString(out string text, out TextSpan span) ? JsonValue.Scalar(JsonKind.String, text, span) : null;
            case 't' when Skip("true"): return JsonValue.Scalar(JsonKind.Boolean, "true", new TextSpan(start, 4));
            case 'f' when Skip("false"): return JsonValue.Scalar(JsonKind.Boolean, "false", new TextSpan(start, 5));
            case 'n' when Skip("null"): return JsonValue.Scalar(JsonKind.Null, "", new TextSpan(start, 4));
            default: return ReadNumber();
        }
    }

    private JsonValue? ReadObject()
    {
        int start = _at++;
        _depth++;
        List<JsonMember> members = [];
        SkipSpace();
        while (!SkipChar('}'))
        {
            if (members.Count > 0 && !SkipChar(',')) return Fail("a comma or a closing brace is missing");
            SkipSpace();
            if (_at >= _text.Length || _text[_at] != '"') return Fail("a member name in double quotes is missing");
            if (!ReadString(out string name, out TextSpan span)) return null;
            SkipSpace();
            if (!SkipChar(':')) return Fail("a colon is missing");
            if (ReadValue() is not { } value) return null;
            members.Add(new JsonMember(name, span, value));
            SkipSpace();
        }

        _depth--;
        return JsonValue.Object(members, new TextSpan(start, _at - start));
    }

    private JsonValue? ReadArray()
    {
        int start = _at++;
        _depth++;
        List<JsonValue> items = [];
        SkipSpace();
        while (!SkipChar(']'))
        {
            if (items.Count > 0 && !SkipChar(',')) return Fail("a comma or a closing bracket is missing");
            if (ReadValue() is not { } value) return null;
            items.Add(value);
            SkipSpace();
        }

        _depth--;
        return JsonValue.Array(items, new TextSpan(start, _at - start));
    }

    private bool ReadString(out string text, out TextSpan span)
    {
        int start = ++_at;
        StringBuilder? unescaped = null;
        while (_at < _text.Length && _text[_at] >= ' ')
        {
            char c = _text[_at++];
            if (c == '"')
            {
                span = new TextSpan(start, _at - 1 - start);
                text = unescaped?.ToString() ?? _text.Substring(span.Start, span.Length);
                return true;
            }

            if (c == '\\')
            {
                unescaped ??= new StringBuilder().Append(_text, start, _at - 1 - start);
                if (!ReadEscape(out c)) break;
            }

            unescaped?.Append(c);
        }

        Fail("a string must be closed, and hold no control character and no unknown escape");
        (text, span) = ("", TextSpan.None);
        return false;
    }

    private bool ReadEscape(out char c)
    {
        c = _at < _text.Length ? _text[_at++] : '\0';
        switch (c)
        {
            case '"' or '\\' or '/': return true;
            case 'b': c = '\b'; return true;
            case 'f': c = '\f'; return true;
            case 'n': c = '\n'; return true;
            case 'r': c = '\r'; return true;
            case 't': c = '\t'; return true;
            case 'u': return ReadHex(out c);
            default: return false;
        }
    }

    private bool ReadHex(out char c)
    {
        int value = 0;
        for (int i = 0; i < 4; i++, _at++)
        {
            int digit = _at >= _text.Length ? -1 : _text[_at] switch
            {
                >= '0' and <= '9' and var d => d - '0',
                >= 'a' and <= 'f' and var d => d - 'a' + 10,
                >= 'A' and <= 'F' and var d => d - 'A' + 10,
                _ => -1,
            };
            if (digit < 0)
            {
                c = '\0';
                return false;
            }

            value = (value * 16) + digit;
        }

        c = (char)value;
        return true;
    }

    private JsonValue? ReadNumber()
    {
        int start = _at;
        SkipChar('-');
        bool isWhole = SkipChar('0') || SkipDigits();
        bool fits = isWhole && (!SkipChar('.') || SkipDigits());
        if (fits && (SkipChar('e') || SkipChar('E')))
        {
            if (!SkipChar('+')) SkipChar('-');
            fits = SkipDigits();
        }

        if (!fits)
        {
            _at = start;
            return Fail("a value is missing");
        }

        return JsonValue.Scalar(JsonKind.Number, _text.Substring(start, _at - start), new TextSpan(start, _at - start));
    }

    private bool SkipDigits()
    {
        int start = _at;
        while (_at < _text.Length && _text[_at] is >= '0' and <= '9') _at++;
        return _at > start;
    }

    private void SkipSpace()
    {
        while (_at < _text.Length && XmlChars.IsSpace(_text[_at])) _at++;
    }

    private bool SkipChar(char c)
    {
        bool fits = _at < _text.Length && _text[_at] == c;
        if (fits) _at++;
        return fits;
    }

    private bool Skip(string word)
    {
        bool fits = string.CompareOrdinal(_text, _at, word, 0, word.Length) == 0;
        if (fits) _at += word.Length;
        return fits;
    }

    private JsonValue? Fail(string expected)
    {
        if (_expected is not null) return null;
        int start = Math.Max(0, Math.Min(_at, _text.Length - 1));
        (_expected, _faultSpan) = (expected, new TextSpan(start, Math.Min(1, _text.Length)));
        return null;
    }
}
