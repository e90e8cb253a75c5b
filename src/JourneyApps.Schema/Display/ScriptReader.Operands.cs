namespace JourneyApps.Schema.Display;

internal sealed partial class ScriptReader
{
    /// <summary>Reads an operand and the members, calls and templates after it.</summary>
    private ScriptNode Subscripts(bool takesCalls)
    {
        int start = _token.Start;
        bool canBeArrow = start == _arrowAt;
        ScriptNode read = Operand();
        bool isAsync = canBeArrow && read is { Kind: ScriptNodeKind.Name, Value: "async" } && !_token.FollowsBreak;
        bool isOptional = false;
        while (true)
        {
            if (_token.Kind is ScriptTokenKind.Template or ScriptTokenKind.TemplateHead)
            {
                Template();
                read = Other(start);
                continue;
            }

            bool isQuestion = _token.Is("?.");
            if (isQuestion && !takesCalls && _token.Ahead() == '(') return read;
            if (isQuestion) _token.Next();
            isOptional |= isQuestion;
            if (takesCalls && Skip("("))
            {
                bool hasGap = Items(")");
                if (isAsync && !isQuestion && _token.Is("=>") && !_token.FollowsBreak) return Arrow(start, isAsync: true);
                read = Other(start, !isOptional && (hasGap || read.HasGap));
            }
            else if (Skip("["))
            {
                ScriptNode member = Expression();
                Expect("]");
                read = Member(start, isOptional, read.HasGap || member.HasGap);
            }
            else if (isQuestion || Skip("."))
            {
                MemberName();
                read = Member(start, isOptional, read.HasGap);
            }
            else
            {
                return read;
            }

            isAsync = false;
        }
    }

    private ScriptNode Member(int start, bool isOptional, bool hasGap)
        => isOptional
            ? new ScriptNode(ScriptNodeKind.OptionalMember, start, _token.PreviousEnd)
            : new ScriptNode(ScriptNodeKind.Member, start, _token.PreviousEnd) { HasGap = hasGap };

    private void MemberName()
    {
        if (_token.Kind is ScriptTokenKind.Name or ScriptTokenKind.Keyword or ScriptTokenKind.PrivateName) _token.Next();
        else Fail();
    }

    private ScriptNode Operand()
    {
        if (++_depth > Deepest) Fail();
        int start = _token.Start;
        ScriptNode read = _token.Kind switch
        {
            ScriptTokenKind.Name => Name(),
            ScriptTokenKind.Number => Constant(ScriptNumber.Text(_text.Substring(start, _token.End - start))),
            ScriptTokenKind.Text => Constant(ScriptText.Value(_text, start + 1, _token.End - 1), ScriptNodeKind.Text),
            ScriptTokenKind.Template or ScriptTokenKind.TemplateHead => Template(),
            ScriptTokenKind.PrivateName => Constant("", ScriptNodeKind.Other),
            ScriptTokenKind.Keyword => Keyword(),
            ScriptTokenKind.Sign => Sign(),
            _ => Fail(),
        };
        _depth--;
        return read;
    }

    private ScriptNode Constant(string value, ScriptNodeKind kind = ScriptNodeKind.Constant)
    {
        int start = _token.Start;
        _token.Next();
        return new ScriptNode(kind, start, _token.PreviousEnd) { Value = value };
    }

    private ScriptNode Name()
    {
        int start = _token.Start;
        bool canBeArrow = start == _arrowAt;
        ScriptNode name = Constant(_token.Word, ScriptNodeKind.Name);
        if (name.Value == "module" && _token.Is("{") && !_token.FollowsBreak) return Fail();
        if (name.Value == "async" && !_token.FollowsBreak)
        {
            if (_token.Is("function") || _token.Is("do")) return Fail();
            if (_token.Kind == ScriptTokenKind.Name && _token.Ahead() == '=')
            {
                _token.Next();
                return Arrow(start, isAsync: true);
            }
        }

        return canBeArrow && _token.Is("=>") && !_token.FollowsBreak ? Arrow(start, isAsync: false) : name;
    }

    /// <summary>Reads a function from its arrow on. It must consist of one expression.</summary>
    private ScriptNode Arrow(int start, bool isAsync)
    {
        Expect("=>");
        if (_token.Is("{")) return Fail();
        bool before = _awaitIsName;
        _awaitIsName = !isAsync;
        Assignment();
        _awaitIsName = before;
        return Other(start);
    }

    private ScriptNode Keyword()
    {
        int start = _token.Start;
        if (_token.Is("null")) return Constant("", ScriptNodeKind.Null);
        if (_token.Is("true") || _token.Is("false")) return Constant(_text.Substring(start, _token.End - start));
        if (_token.Is("this") || _token.Is("super")) return Constant("", ScriptNodeKind.Other);
        if (Skip("new"))
        {
            if (Skip("."))
            {
                MemberName();
                return Other(start);
            }

            Subscripts(takesCalls: false);
            if (Skip("(")) Items(")");
            return Other(start);
        }

        if (!Skip("import")) return Fail();
        if (!Skip(".")) return Other(start);
        if (_token.Word is "source" or "defer") return Fail();
        MemberName();
        return Other(start);
    }

    private ScriptNode Sign()
    {
        int start = _token.Start;
        if (_token.Is("(")) return Parentheses();
        if (_token.Is("{")) return Object();
        if (Skip("["))
        {
            bool hasGap = Items("]");
            return new ScriptNode(ScriptNodeKind.Collection, start, _token.PreviousEnd) { HasGap = hasGap };
        }

        if (!_token.Is("/") && !_token.Is("/=")) return Fail();
        _token.RescanRegex();
        _token.Next();
        return Other(start);
    }

    private ScriptNode Template()
    {
        int start = _token.Start;
        while (_token.Kind == ScriptTokenKind.TemplateHead)
        {
            _token.Next();
            Expression();
            if (_token.Is("}")) _token.RescanTemplate();
            else Fail();
        }

        if (_token.Kind != ScriptTokenKind.Template) return Fail();
        _token.Next();
        return Other(start);
    }
}
