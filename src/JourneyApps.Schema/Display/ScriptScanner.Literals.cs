using System.Text;

namespace JourneyApps.Schema.Display;

internal sealed partial class ScriptScanner
{
    /// <summary>Reads a name. A backslash that does not begin an escape sequence is part of it, as on the platform.</summary>
    private string Name()
    {
        StringBuilder name = new();
        while (_at < text.Length)
        {
            int length = ScriptChars.NameLength(text, _at, isFirst: false);
            if (length > 0)
            {
                name.Append(text, _at, length);
                _at += length;
            }
            else if (text[_at] != '\\')
            {
                break;
            }
            else if (_at + 1 < text.Length && text[_at + 1] == 'u')
            {
                _at += 2;
                name.Append(ScriptText.Unicode(text, ref _at, text.Length, _lastBrace ??= text.LastIndexOf('}')));
            }
            else
            {
                name.Append('\\');
                _at++;
            }
        }

        return name.ToString();
    }

    /// <summary>Reads a number. A name must not follow it.</summary>
    private ScriptTokenKind Number()
    {
        char mark = text[_at] == '0' && _at + 1 < text.Length ? char.ToLowerInvariant(text[_at + 1]) : '\0';
        bool isPlain = mark is not ('x' or 'o' or 'b');
        if (isPlain)
        {
            int start = _at;
            SkipDigits();
            bool isOctal = _at - start > 1 && text[start] == '0' && text.AsSpan(start, _at - start).IndexOfAny('8', '9') < 0;
            if (!isOctal && _at < text.Length && text[_at] == '.')
            {
                _at++;
                SkipDigits();
            }

            if (!isOctal && _at < text.Length && text[_at] is 'e' or 'E')
            {
                _at++;
                if (_at < text.Length && text[_at] is '+' or '-') _at++;
                SkipDigits();
            }
        }
        else
        {
            _at += 2;
            while (_at < text.Length && (text[_at] == '_' || IsDigit(text[_at], mark == 'x'))) _at++;
        }

        if (_at < text.Length && text[_at] == 'n') _at++;
        return ScriptChars.NameLength(text, _at, isFirst: true) > 0 ? ScriptTokenKind.Fault : ScriptTokenKind.Number;
    }

    private static bool IsDigit(char character, bool isHex) => isHex ? Uri.IsHexDigit(character) : ScriptChars.IsDigit(character);

    private void SkipDigits()
    {
        while (_at < text.Length && (ScriptChars.IsDigit(text[_at]) || text[_at] == '_')) _at++;
    }

    private ScriptTokenKind Quoted(char quote)
    {
        for (_at++; _at < text.Length && text[_at] is not ('\n' or '\r'); _at++)
        {
            if (text[_at] == quote)
            {
                _at++;
                return ScriptTokenKind.Text;
            }

            if (text[_at] == '\\') _at += IsWindowsBreak(_at + 1) ? 2 : 1;
        }

        return ScriptTokenKind.Fault;
    }

    private bool IsWindowsBreak(int at) => at + 1 < text.Length && text[at] == '\r' && text[at + 1] == '\n';

    private ScriptTokenKind Template()
    {
        for (; _at < text.Length; _at++)
        {
            char c = text[_at];
            bool isHead = c == '$' && _at + 1 < text.Length && text[_at + 1] == '{';
            if (c == '`' || isHead)
            {
                _at += isHead ? 2 : 1;
                return isHead ? ScriptTokenKind.TemplateHead : ScriptTokenKind.Template;
            }

            if (c == '\\') _at++;
        }

        return ScriptTokenKind.Fault;
    }
}
