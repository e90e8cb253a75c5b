namespace JourneyApps.Schema.Display;

/// <summary>Reads a display expression as the platform does: as JavaScript, of which only the first statement counts. A missing semicolon
/// and other faults after which the platform's reader continues are accepted. Statements with a keyword, functions and classes are not:
/// the platform never runs them.</summary>
internal sealed partial class ScriptReader
{
    /// <summary>The most statements and expressions in each other. The platform does not document a limit.</summary>
    private const int Deepest = 400;

    private readonly ScriptScanner _token;
    private readonly string _text;
    private int _depth;
    private bool _failed;

    private ScriptReader(string text)
    {
        _text = text;
        _token = new ScriptScanner(text);
    }

    private bool IsAtEnd => _token.Kind is ScriptTokenKind.End or ScriptTokenKind.Fault;

    /// <summary>The first statement of a source; <see langword="null"/> if the source cannot be read to its end.</summary>
    public static ScriptNode? Read(string text)
    {
        ScriptReader reader = new(text);
        reader._token.Next();
        (ScriptNode? first, _) = reader.Statements();
        return reader._failed || reader._token.Kind != ScriptTokenKind.End ? null : first ?? new ScriptNode(ScriptNodeKind.Empty, 0, 0);
    }

    /// <summary>Reads statements up to a closing brace or the end.</summary>
    private (ScriptNode? First, ScriptNode? Second) Statements()
    {
        (ScriptNode? first, ScriptNode? second) = (null, null);
        while (!IsAtEnd && !_token.Is("}"))
        {
            ScriptNode statement = Statement();
            if (first is null) first = statement;
            else second ??= statement;
        }

        return (first, second);
    }

    private ScriptNode Statement()
    {
        if (++_depth > Deepest) Fail();
        int start = _token.Start;
        bool isName = _token.Kind == ScriptTokenKind.Name;
        ScriptNode read;
        if (_token.Is("{"))
        {
            read = Block();
        }
        else if (_token.Is(";"))
        {
            _token.Next();
            read = new ScriptNode(ScriptNodeKind.Empty, start, _token.PreviousEnd);
        }
        else if (IsDeclaration())
        {
            read = Fail();
        }
        else
        {
            read = Expression();
            if (isName && read.Kind == ScriptNodeKind.Name && Skip(":"))
                read = new ScriptNode(ScriptNodeKind.Label, start, _token.PreviousEnd) { Inner = Statement() };
            else
                Skip(";");
        }

        _depth--;
        return read;
    }

    private ScriptNode Block()
    {
        int start = _token.Start;
        _token.Next();
        (ScriptNode? first, ScriptNode? second) = Statements();
        Expect("}");
        return new ScriptNode(ScriptNodeKind.Block, start, _token.PreviousEnd) { Inner = first, Second = second };
    }

    /// <summary>Whether a word that begins a declaration is followed by its name; without one it is a name like any other.</summary>
    private bool IsDeclaration()
        => _token.Kind == ScriptTokenKind.Name && _token.Word is "let" or "using"
            && _token.Ahead() is var next && ((next is '[' or '{' && _token.Word == "let") || next == '\\' || StartsName(next));

    private static bool StartsName(char c) => ScriptChars.NameLength(c.ToString(), 0, isFirst: true) > 0;

    private bool Skip(string token)
    {
        bool found = _token.Is(token);
        if (found) _token.Next();
        return found;
    }

    private void Expect(string token)
    {
        if (!Skip(token)) Fail();
    }

    /// <summary>Ends the reading. What is returned is not used.</summary>
    private ScriptNode Fail()
    {
        _failed = true;
        _token.Fault();
        return new ScriptNode(ScriptNodeKind.Other, 0, 0);
    }
}
