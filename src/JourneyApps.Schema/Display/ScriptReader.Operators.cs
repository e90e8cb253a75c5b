namespace JourneyApps.Schema.Display;

internal sealed partial class ScriptReader
{
    private static readonly HashSet<string> BinaryOperators = new(
        "?? || && | ^ & == != === !== < > <= >= << >> >>> + - * / % ** in instanceof".Split(' '), StringComparer.Ordinal);

    private static readonly HashSet<string> Assignments = new(
        "= += -= *= /= %= **= <<= >>= >>>= &= |= ^= &&= ||= ??=".Split(' '), StringComparer.Ordinal);

    private static readonly HashSet<string> Prefixes = new("! ~ + - typeof void delete ++ --".Split(' '), StringComparer.Ordinal);

    private static readonly HashSet<string> OperandStarts = new(
        "{ ! ~ this super new null true false typeof void delete import function class".Split(' '), StringComparer.Ordinal);

    /// <summary>Where an arrow function can begin: at the first token of an expression.</summary>
    private int _arrowAt = -1;

    /// <summary>Whether <c>await</c> is a name, as in a function that is not asynchronous.</summary>
    private bool _awaitIsName;

    private ScriptNode Expression()
    {
        int start = _token.Start;
        ScriptNode read = Assignment();
        while (Skip(","))
        {
            Assignment();
            read = Other(start);
        }

        return read;
    }

    private ScriptNode Assignment()
    {
        if (++_depth > Deepest) Fail();
        int start = _token.Start;
        if (_token.Kind == ScriptTokenKind.Name || _token.Is("(")) _arrowAt = start;
        ScriptNode read = Conditional(start);
        if (IsOneOf(Assignments))
        {
            if (read.Kind == ScriptNodeKind.OptionalMember) Fail();
            _token.Next();
            ScriptNode right = Assignment();
            read = right.Kind == ScriptNodeKind.Text
                ? new ScriptNode(ScriptNodeKind.TextAssignment, start, _token.PreviousEnd) { Value = right.Value }
                : Other(start);
        }

        _depth--;
        return read;
    }

    private ScriptNode Conditional(int start)
    {
        ScriptNode test = Operation(start);
        if (!Skip("?")) return test;
        ScriptNode yes = Assignment();
        Expect(":");
        ScriptNode no = Assignment();
        return Other(start, test.HasGap || yes.HasGap || no.HasGap);
    }

    /// <summary>Reads operands and the operators between them. Their precedence does not matter here, but <c>??</c> cannot be mixed with
    /// other logical operators.</summary>
    private ScriptNode Operation(int start)
    {
        ScriptNode read = UnaryOrPrivateName();
        (bool isCoalescing, bool isLogical) = (false, false);
        while (IsOneOf(BinaryOperators))
        {
            isCoalescing |= _token.Is("??");
            isLogical |= _token.Is("||") || _token.Is("&&");
            if (isCoalescing && isLogical) Fail();
            _token.Next();
            ScriptNode right = UnaryOrPrivateName();
            read = Other(start, read.HasGap || right.HasGap);
        }

        return read;
    }

    private ScriptNode UnaryOrPrivateName()
        => _token.Kind == ScriptTokenKind.PrivateName ? Constant("", ScriptNodeKind.Other) : Unary();

    private ScriptNode Unary()
    {
        if (++_depth > Deepest) Fail();
        ScriptNode read = ReadUnary();
        _depth--;
        return read;
    }

    private ScriptNode ReadUnary()
    {
        int start = _token.Start;
        if (_token.Kind == ScriptTokenKind.Name && _token.Word == "await" && !_awaitIsName)
        {
            _token.Next();
            Skip("*");
            return Await(start);
        }

        if (IsOneOf(Prefixes))
        {
            bool isUpdate = _token.Is("++") || _token.Is("--");
            _token.Next();
            return Unary().Kind == ScriptNodeKind.OptionalMember && isUpdate ? Fail() : Other(start);
        }

        ScriptNode read = Subscripts(takesCalls: true);
        while (!_token.FollowsBreak && (_token.Is("++") || _token.Is("--")))
        {
            if (read.Kind == ScriptNodeKind.OptionalMember) Fail();
            _token.Next();
            read = Other(start);
        }

        return _awaitIsName && read is { Kind: ScriptNodeKind.Name, Value: "await" } && StartsOperand() ? Await(start) : read;
    }

    private ScriptNode Await(int start)
    {
        ScriptNode operand = Unary();
        return new ScriptNode(ScriptNodeKind.Await, start, _token.PreviousEnd) { Inner = operand, HasGap = operand.HasGap };
    }

    private bool StartsOperand()
        => !_token.FollowsBreak && _token.Kind switch
        {
            ScriptTokenKind.Name => _token.Word != "of",
            ScriptTokenKind.Number or ScriptTokenKind.Text or ScriptTokenKind.PrivateName => true,
            _ => IsOneOf(OperandStarts),
        };

    private bool IsOneOf(HashSet<string> tokens)
        => _token.Kind is ScriptTokenKind.Sign or ScriptTokenKind.Keyword
            && tokens.Contains(_text.Substring(_token.Start, _token.End - _token.Start));

    private ScriptNode Other(int start, bool hasGap = false) => new(ScriptNodeKind.Other, start, _token.PreviousEnd) { HasGap = hasGap };
}
