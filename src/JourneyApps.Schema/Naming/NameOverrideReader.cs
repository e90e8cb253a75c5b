using System.Text;
using JourneyApps.Schema.Diagnostics;

namespace JourneyApps.Schema.Naming;

/// <summary>Reads <c>schema.names</c>.</summary>
internal sealed class NameOverrideReader(string text)
{
    private readonly List<(NameOverride Override, TextRange Range)> _lines = [];
    private readonly List<SchemaDiagnostic> _diagnostics = [];
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private int _lineNumber;
    private int _lineStart;
    private int _position;
    private int _end;

    /// <summary>Reads the file.</summary>
    public static NameOverrideFile Read(string text, CancellationToken cancellation)
    {
        var reader = new NameOverrideReader(text);
        for (int start = 0; start < text.Length; reader._lineNumber++)
        {
            cancellation.ThrowIfCancellationRequested();
            int length = text.AsSpan(start).IndexOfAny('\r', '\n');
            int end = length < 0 ? text.Length : start + length;
            reader.ReadLine(start, end);
            bool isCrLf = end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n';
            start = end + (isCrLf ? 2 : 1);
        }

        return new NameOverrideFile(reader._lines.ToEquatableArray(), reader._diagnostics.ToEquatableArray());
    }

    private void ReadLine(int start, int end)
    {
        _lineStart = start;
        _position = start;
        _end = end;
        while (_position < _end && (char.IsWhiteSpace(text[_position]) || text[_position] == '\uFEFF')) _position++;
        while (_end > _position && char.IsWhiteSpace(text[_end - 1])) _end--;
        if (_position == _end || text[_position] == '#') return;

        int first = _position;
        if (ReadKey() is not { } key || ReadAssignment(out int keyEnd) is not { } name)
        {
            Report(NamingRules.OverrideMalformed, [], first, _end);
        }
        else if (!Identifier.IsChoosable(name))
        {
            Report(NamingRules.OverrideInvalid, [name], _position, _end);
        }
        else if (!_keys.Add(LineEnds.ToLineFeeds(key.Key)))
        {
            Report(NamingRules.OverrideRepeated, [key.Key], first, keyEnd);
        }
        else
        {
            _lines.Add((key with { Name = name }, Range(first, keyEnd)));
        }
    }

    // The left side: model, model[], model.member or model.field["option"].
    private NameOverride? ReadKey()
    {
        string model = ReadWord();
        if (model.Length == 0) return null;
        if (TryRead('['))
        {
            return TryRead(']') ? new NameOverride(model + "[]", model, null, null, IsSet: true, "") : null;
        }

        if (!TryRead('.')) return new NameOverride(model, model, null, null, IsSet: false, "");
        string member = ReadWord();
        if (member.Length == 0) return null;
        string key = model + "." + member;
        if (!TryRead('[')) return new NameOverride(key, model, member, null, IsSet: false, "");
        if (ReadQuoted() is not { } option || !TryRead(']')) return null;
        return new NameOverride(key + "[\"" + option + "\"]", model, member, LineEnds.ToLineFeeds(option), IsSet: false, "");
    }

    private string? ReadAssignment(out int keyEnd)
    {
        keyEnd = _position;
        SkipBlanks();
        if (!TryRead('=')) return null;
        SkipBlanks();
        return _position == _end ? null : text.Substring(_position, _end - _position);
    }

    private string ReadWord()
    {
        int start = _position;
        while (_position < _end && IsWordCharacter(text[_position])) _position++;
        return text.Substring(start, _position - start);
    }

    private static bool IsWordCharacter(char c) => c == '_' || (c < '\u0080' && char.IsLetterOrDigit(c));

    // The escapes of JSON: \" \\ \/ \n \r \t and \uXXXX.
    private string? ReadQuoted()
    {
        if (!TryRead('"')) return null;
        var value = new StringBuilder();
        while (_position < _end)
        {
            char c = text[_position++];
            if (c == '"') return value.ToString();
            if (c == '\\')
            {
                if (ReadEscape() is not { } escaped) return null;
                c = escaped;
            }

            value.Append(c);
        }

        return null;
    }

    private char? ReadEscape()
    {
        if (_position >= _end) return null;
        char c = text[_position++];
        if (c != 'u') return c switch { '"' or '\\' or '/' => c, 'n' => '\n', 'r' => '\r', 't' => '\t', _ => null };
        if (_position + 4 > _end) return null;
        int code = 0;
        for (int i = 0; i < 4; i++)
        {
            int digit = "0123456789abcdef".IndexOf(char.ToLowerInvariant(text[_position++]));
            if (digit < 0) return null;
            code = (code * 16) + digit;
        }

        return (char)code;
    }

    private bool TryRead(char expected)
    {
        if (_position >= _end || text[_position] != expected) return false;
        _position++;
        return true;
    }

    private void SkipBlanks()
    {
        while (_position < _end && char.IsWhiteSpace(text[_position])) _position++;
    }

    private void Report(SchemaRule rule, string[] arguments, int first, int end)
    {
        if (_diagnostics.Count > SchemaLimits.Diagnostics) return;
        if (_diagnostics.Count == SchemaLimits.Diagnostics)
            (rule, arguments) = (SchemaRules.DiagnosticsCut, new[] { SchemaLimits.DiagnosticsText });
        _diagnostics.Add(new SchemaDiagnostic(rule, MessageArgument.All(arguments), Range(first, end), null));
    }

    private TextRange Range(int first, int end) => new(first, end - first, _lineNumber, first - _lineStart, _lineNumber, end - _lineStart);
}
