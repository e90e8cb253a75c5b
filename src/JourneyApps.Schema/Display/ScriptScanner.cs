using JourneyApps.Schema.Xml;

namespace JourneyApps.Schema.Display;

/// <summary>Reads the tokens of a display expression, which is JavaScript. What the platform's reader only warns about, such as an invalid
/// escape sequence, is not a fault.</summary>
internal sealed partial class ScriptScanner(string text)
{
    private static readonly HashSet<string> Keywords = new(
        ("break case catch continue debugger default else finally function if return switch throw try var const with new this super class "
            + "extends export import null true false typeof void delete do for while in instanceof").Split(' '),
        StringComparer.Ordinal);

    private static readonly string[][] ReservedByLength =
    [
        .. Enumerable.Range(0, Keywords.Max(static word => word.Length) + 1)
            .Select(static length => Keywords.Append("await").Where(word => word.Length == length).ToArray()),
    ];

    /// <summary>Longer signs first.</summary>
    private static readonly string[] Signs =
    [
        ">>>=", "...", "===", "!==", "**=", "<<=", ">>=", ">>>", "&&=", "||=", "??=", "=>", "==", "!=", "<=", ">=", "&&", "||", "??", "?.",
        "++", "--", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<", ">>", "**", "|>",
        "{", "}", "(", ")", "[", "]", ";", ",", "<", ">",
        "+", "-", "*", "/", "%", "&", "|", "^", "!", "~", "?", ":", "=", ".", "@", "#",
    ];

    private int _at;
    private int? _lastBrace;

    public ScriptTokenKind Kind { get; private set; }

    public int Start { get; private set; }

    public int End => _at;

    /// <summary>The offset after the token before this one.</summary>
    public int PreviousEnd { get; private set; }

    /// <summary>Whether a line ends between the token before this one and this one.</summary>
    public bool FollowsBreak { get; private set; }

    /// <summary>A name without its escape sequences.</summary>
    public string Word { get; private set; } = "";

    /// <summary>Whether a text begins with a word of this length that cannot name a value.</summary>
    public static bool IsReserved(string text, int length)
    {
        if ((uint)length >= (uint)ReservedByLength.Length) return false;
        foreach (string word in ReservedByLength[length])
        {
            if (string.CompareOrdinal(text, 0, word, 0, length) == 0) return true;
        }

        return false;
    }

    /// <summary>Whether the token is a sign or a keyword.</summary>
    public bool Is(string token)
        => Kind is ScriptTokenKind.Sign or ScriptTokenKind.Keyword && _at - Start == token.Length
            && string.CompareOrdinal(text, Start, token, 0, token.Length) == 0;

    /// <summary>The first character after the token that is neither white space nor a comment; <c>'\0'</c> at the end.</summary>
    public char Ahead()
    {
        (int at, bool breaks) = (_at, FollowsBreak);
        bool whole = SkipSpace();
        char found = whole && _at < text.Length ? text[_at] : '\0';
        (_at, FollowsBreak) = (at, breaks);
        return found;
    }

    public void Next()
    {
        PreviousEnd = _at;
        FollowsBreak = false;
        bool whole = SkipSpace();
        Start = _at;
        Kind = !whole ? ScriptTokenKind.Fault : _at >= text.Length ? ScriptTokenKind.End : Token();
        if (Kind == ScriptTokenKind.Fault) _at = text.Length;
    }

    /// <summary>Reads the token again as a regular expression; it is a slash.</summary>
    public void RescanRegex()
    {
        (bool inClass, bool isEscaped) = (false, false);
        for (_at = Start + 1; _at < text.Length && !ScriptChars.IsLineBreak(text[_at]); _at++)
        {
            char c = text[_at];
            if (!isEscaped && c == '/' && !inClass)
            {
                _at++;
                int length;
                while ((length = ScriptChars.NameLength(text, _at, isFirst: false)) > 0 || (_at < text.Length && text[_at] == '\\'))
                    _at += Math.Max(length, 1);
                return;
            }

            inClass = !isEscaped && c is '[' or ']' ? c == '[' : inClass;
            isEscaped = !isEscaped && c == '\\';
        }

        Fault();
    }

    /// <summary>Continues in a template; the token is the brace that closes an expression in it.</summary>
    public void RescanTemplate() => Kind = Template();

    public void Fault()
    {
        Kind = ScriptTokenKind.Fault;
        _at = text.Length;
    }

    private ScriptTokenKind Token()
    {
        char c = text[_at];
        if (c == '\\' || ScriptChars.NameLength(text, _at, isFirst: true) > 0)
        {
            Word = Name();
            return Keywords.Contains(Word) ? ScriptTokenKind.Keyword : ScriptTokenKind.Name;
        }

        if (ScriptChars.IsDigit(c) || (c == '.' && _at + 1 < text.Length && ScriptChars.IsDigit(text[_at + 1]))) return Number();
        if (c is '"' or '\'') return Quoted(c);
        if (c == '`')
        {
            _at++;
            return Template();
        }

        bool isPrivate = c == '#' && _at + 1 < text.Length
            && (text[_at + 1] == '\\' || ScriptChars.NameLength(text, _at + 1, isFirst: true) > 0);
        if (!isPrivate) return Sign();
        _at++;
        Name();
        return ScriptTokenKind.PrivateName;
    }

    private ScriptTokenKind Sign()
    {
        foreach (string sign in Signs)
        {
            if (string.CompareOrdinal(text, _at, sign, 0, sign.Length) != 0) continue;

            // "?.5" is a question mark and a number.
            bool isNumber = sign == "?." && _at + 2 < text.Length && ScriptChars.IsDigit(text[_at + 2]);
            _at += isNumber ? 1 : sign.Length;
            return ScriptTokenKind.Sign;
        }

        return ScriptTokenKind.Fault;
    }

    /// <summary>Skips white space and comments; false if a comment does not end.</summary>
    private bool SkipSpace()
    {
        while (_at < text.Length)
        {
            char c = text[_at];
            char next = _at + 1 < text.Length ? text[_at + 1] : '\0';
            if (XmlChars.IsBlank(c))
            {
                FollowsBreak |= ScriptChars.IsLineBreak(c);
                _at++;
            }
            else if (c == '/' && next == '*')
            {
                int end = text.IndexOf("*/", _at + 2, StringComparison.Ordinal);
                if (end < 0) return false;
                while (_at < end) FollowsBreak |= ScriptChars.IsLineBreak(text[_at++]);
                _at = end + 2;
            }
            else if ((c == '/' && next == '/') || StartsHtmlComment(c))
            {
                while (_at < text.Length && !ScriptChars.IsLineBreak(text[_at])) _at++;
            }
            else
            {
                return true;
            }
        }

        return true;
    }

    private bool StartsHtmlComment(char c)
        => c == '<' ? string.CompareOrdinal(text, _at, "<!--", 0, 4) == 0
            : c == '-' && FollowsBreak && string.CompareOrdinal(text, _at, "-->", 0, 3) == 0;
}
