namespace JourneyApps.Schema.Display;

internal sealed partial class ScriptReader
{
    /// <summary>Reads the elements of an array or the arguments of a call.</summary>
    /// <returns>Whether there is a gap between two commas, here or inside.</returns>
    private bool Items(string close)
    {
        bool hasGap = false;
        for (bool isFirst = true; !IsAtEnd && !_token.Is(close); isFirst = false)
        {
            if (!isFirst) Expect(",");
            if (_token.Is(close)) break;
            if (_token.Is(",")) hasGap = true;
            else if (Skip("...")) Assignment();
            else hasGap |= Assignment().HasGap;
        }

        Expect(close);
        return hasGap;
    }

    /// <summary>Reads an expression in parentheses, which is the expression itself, or a function with parameters.</summary>
    private ScriptNode Parentheses()
    {
        int start = _token.Start;
        bool canBeArrow = start == _arrowAt;
        _token.Next();
        int innerStart = _token.Start;
        (ScriptNode? only, int count, bool isParameters, bool isAssignable) = (null, 0, false, true);
        for (bool isFirst = true; !IsAtEnd && !_token.Is(")"); isFirst = false)
        {
            if (!isFirst) Expect(",");
            if (_token.Is(")") || Skip("..."))
            {
                isParameters = true;
                if (_token.Kind == ScriptTokenKind.Name) _token.Next();
                if (!_token.Is(",")) break;
                continue;
            }

            only = Assignment();
            isAssignable &= only.Kind != ScriptNodeKind.OptionalMember;
            count++;
        }

        int innerEnd = _token.PreviousEnd;
        Expect(")");
        if (canBeArrow && _token.Is("=>") && !_token.FollowsBreak) return !isAssignable ? Fail() : Arrow(start, isAsync: false);
        if (count == 0 || isParameters) return Fail();
        return count == 1 ? only! : new ScriptNode(ScriptNodeKind.Other, innerStart, innerEnd);
    }

    private ScriptNode Object()
    {
        int start = _token.Start;
        _token.Next();
        bool hasGap = false;
        for (bool isFirst = true; !IsAtEnd && !_token.Is("}"); isFirst = false)
        {
            if (!isFirst) Expect(",");
            if (_token.Is("}")) break;
            if (Skip("...")) Assignment();
            else hasGap |= Property();
        }

        Expect("}");
        return new ScriptNode(ScriptNodeKind.Collection, start, _token.PreviousEnd) { HasGap = hasGap };
    }

    /// <summary>Reads a property. Methods are not accepted.</summary>
    /// <returns>Whether there is a gap in the value that the platform notices: it looks at values with a name only.</returns>
    private bool Property()
    {
        bool isName = _token.Kind is ScriptTokenKind.Name or ScriptTokenKind.Keyword;
        bool isComputed = _token.Is("[");
        if (Skip("["))
        {
            isName = Assignment().Kind == ScriptNodeKind.Name;
            Expect("]");
        }
        else if (isName || _token.Kind is ScriptTokenKind.Number or ScriptTokenKind.Text or ScriptTokenKind.PrivateName)
        {
            _token.Next();
        }
        else
        {
            Fail();
        }

        if (Skip(":")) return Assignment().HasGap && isName;
        if (!isName || isComputed) Fail();
        else if (Skip("=")) Assignment();
        return false;
    }
}
