using System.Text;
using JourneyApps.Generator.Naming;
using JourneyApps.Schema;

namespace JourneyApps.Generator.Pipeline;

/// <summary>One line of a names file, taken apart.</summary>
/// <param name="Choice">What it says.</param>
/// <param name="End">Where its left side ends.</param>
/// <param name="NameStart">Where the chosen name begins.</param>
internal sealed record NamesKey(ChosenName Choice, int End, int NameStart)
{
    /// <summary>Takes a line apart; <see langword="null"/> when it has another form.</summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="from">The first character of the line that is not blank.</param>
    /// <param name="to">The position behind the last one.</param>
    public static NamesKey? TryRead(string text, int from, int to)
    {
        int at = from;
        string model = Word(text, ref at, to);
        string? member = null;
        string? option = null;
        bool isSet = false;
        if (model.Length == 0) return null;
        if (Accept(text, ref at, to, '.'))
        {
            member = Word(text, ref at, to);
            if (member.Length == 0) return null;
            if (Accept(text, ref at, to, '['))
            {
                option = Quoted(text, ref at, to);
                if (option is null || !Accept(text, ref at, to, ']')) return null;
            }
        }
        else if (Accept(text, ref at, to, '['))
        {
            if (!Accept(text, ref at, to, ']')) return null;
            isSet = true;
        }

        int end = at;
        Blanks(text, ref at, to);
        if (!Accept(text, ref at, to, '=')) return null;
        Blanks(text, ref at, to);
        if (at == to) return null;
        string key = model + (isSet ? "[]" : "") + (member is null ? "" : "." + member) + (option is null ? "" : "[\"" + option + "\"]");
        return new NamesKey(new ChosenName(key, model, member, option, isSet, text.Substring(at, to - at)), end, at);
    }

    private static string Word(string text, ref int at, int to)
    {
        int start = at;
        while (at < to && (text[at] == '_' || (text[at] < '\u0080' && char.IsLetterOrDigit(text[at])))) at++;
        return text.Substring(start, at - start);
    }

    // As in JSON: \" \\ \n \r \t and \uXXXX.
    private static string? Quoted(string text, ref int at, int to)
    {
        if (!Accept(text, ref at, to, '"')) return null;
        var value = new StringBuilder();
        while (at < to)
        {
            char c = text[at++];
            if (c == '"') return value.ToString();
            if (c == '\\')
            {
                if (Escaped(text, ref at, to) is not { } escaped) return null;
                c = escaped;
            }

            value.Append(c);
        }

        return null;
    }

    private static char? Escaped(string text, ref int at, int to)
    {
        if (at >= to) return null;
        char c = text[at++];
        if (c == 'u')
        {
            if (at + 4 > to || !TryHex(text, at, out int code)) return null;
            at += 4;
            return (char)code;
        }

        return c switch { '"' or '\\' or '/' => c, 'n' => '\n', 'r' => '\r', 't' => '\t', _ => null };
    }

    private static bool TryHex(string text, int at, out int code)
    {
        code = 0;
        for (int i = 0; i < 4; i++)
        {
            int digit = "0123456789abcdef".IndexOf(char.ToLowerInvariant(text[at + i]));
            if (digit < 0) return false;
            code = (code * 16) + digit;
        }

        return true;
    }

    private static bool Accept(string text, ref int at, int to, char wanted)
    {
        if (at >= to || text[at] != wanted) return false;
        at++;
        return true;
    }

    private static void Blanks(string text, ref int at, int to)
    {
        while (at < to && char.IsWhiteSpace(text[at])) at++;
    }
}
