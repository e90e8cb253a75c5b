namespace JourneyApps.Emulator.Querying;

/// <summary>The expression language of <c>query.json</c>, as the platform's client parses it: the same texts are accepted, with the same
/// messages at the same positions. One pass, limited depth.</summary>
internal ref struct QueryParser
{
    private const int MaxDepth = 200;

    // Each object is compared this many times at most.
    private const int MaxComparisons = 5000;

    /// <summary>In the order in which the reference parser tries them, which is also that of its message.</summary>
    private static readonly IReadOnlyList<(string Text, QueryOperator Operator)> Operators =
    [
        (">=", QueryOperator.GreaterOrEqual),
        ("<=", QueryOperator.LessOrEqual),
        ("=", QueryOperator.Equal),
        ("!=", QueryOperator.NotEqual),
        (">", QueryOperator.Greater),
        ("<", QueryOperator.Less),
        ("starts with", QueryOperator.StartsWith),
        ("contains", QueryOperator.Contains),
        ("in", QueryOperator.In),
        ("not in", QueryOperator.NotIn),
    ];

    private static readonly string ListedOperators = $"[{string.Join(',', Operators.Select(entry => $"\"{entry.Text}\""))}]";

    private readonly ServedModel _model;
    private readonly string _text;
    private readonly IReadOnlyList<JsonElement> _arguments;
    private readonly bool _loose;
    private int _position;
    private int _used;
    private int _comparisons;

    private QueryParser(ServedModel model, string text, IReadOnlyList<JsonElement> arguments, bool loose)
    {
        _model = model;
        _text = text;
        _arguments = arguments;
        _loose = loose;
    }

    /// <summary>Parses an expression.</summary>
    /// <param name="model">The model that is queried.</param>
    /// <param name="expression">The expression.</param>
    /// <param name="arguments">The values of its question marks, in order; surplus ones are ignored.</param>
    /// <param name="loose">Whether comparisons convert like JavaScript's <c>==</c>.</param>
    /// <exception cref="QueryExpressionException">The expression is invalid.</exception>
    public static Filter Parse(ServedModel model, string expression, IReadOnlyList<JsonElement> arguments, bool loose)
    {
        QueryParser parser = new(model, expression, arguments, loose);
        return parser.ParseOr(0);
    }

    /// <summary>An operator as expressions write it.</summary>
    public static string TextOf(QueryOperator op) => Operators.First(entry => entry.Operator == op).Text;

    private Filter ParseOr(int depth)
    {
        List<Filter> alternatives = [ParseAnd(depth)];
        while (TryKeyword("or")) alternatives.Add(ParseAnd(depth));
        RequireEnd(depth);
        return alternatives.Count == 1 ? alternatives[0] : new Filter.AnyOf(alternatives);
    }

    private Filter ParseAnd(int depth)
    {
        List<Filter> conditions = [ParseTerm(depth)];
        while (TryKeyword("and")) conditions.Add(ParseTerm(depth));
        return conditions.Count == 1 ? conditions[0] : new Filter.AllOf(conditions);
    }

    private Filter ParseTerm(int depth)
    {
        SkipSpaces();
        if (_position == _text.Length) throw EndFault();
        char c = _text[_position];
        if (c == '(')
        {
            if (depth == MaxDepth) throw Fault("Expression is nested too deeply", _position, _position + 1);
            _position++;
            return ParseOr(depth + 1);
        }

        if (IsNameStart(c)) return ParseComparison();
        throw Fault(c == ')' ? "Expected (" : "Expected attribute name or (", _position, _position + 1);
    }

    private Filter.Comparison ParseComparison()
    {
        int start = _position;
        if (++_comparisons > MaxComparisons) throw Fault($"Expression has more than {MaxComparisons} comparisons", start, start + 1);
        while (_position < _text.Length && (IsNameStart(_text[_position]) || char.IsAsciiDigit(_text[_position]))) _position++;
        int end = _position;
        QueryOperator op = ParseOperator();
        int placeholder = ParsePlaceholder();
        QueryAttribute attribute = FindAttribute(_text[start..end], start, end);
        if (_used >= _arguments.Count) throw Fault("Not enough arguments to interpolate", placeholder, placeholder + 1);
        JsonElement argument = _arguments[_used++];
        if (op is QueryOperator.In or QueryOperator.NotIn && argument.ValueKind != JsonValueKind.Array)
        {
            throw Fault($"Array value is required for '{TextOf(op)}' operator", placeholder, placeholder + 1);
        }

        return new(attribute, op, attribute.Codec.ReadArgument(argument), _loose);
    }

    private QueryOperator ParseOperator()
    {
        SkipSpaces();
        if (_position == _text.Length) throw EndFault();
        foreach ((string text, QueryOperator op) in Operators)
        {
            if (!At(text)) continue;
            _position += text.Length;
            return op;
        }

        throw Fault($"Expected one of {ListedOperators}", _position, _position + 1);
    }

    private int ParsePlaceholder()
    {
        SkipSpaces();
        if (_position == _text.Length) throw EndFault();
        int start = _position;
        bool isAlone = start + 1 == _text.Length || _text[start + 1] is ' ' or ')';
        if (_text[start] != '?' || !isAlone) throw Fault("Expected ?", start, start + 1);
        _position++;
        return start;
    }

    private readonly QueryAttribute FindAttribute(string name, int start, int end)
    {
        if (_model.FindName(name) is { } member) return QueryAttribute.Of(member);
        if (_model.FindKey(name) is { Link: not null } link) return QueryAttribute.Of(link);
        if (_model.Declared.HasMany.Any(hasMany => hasMany.Name == name))
        {
            throw Fault($"Cannot query by has-many field '{name}'", start, end);
        }
        return name == "id" ? QueryAttribute.Id : throw Fault($"'{name}' is not a valid field of '{_model.Name}'", start, end);
    }

    private bool TryKeyword(string keyword)
    {
        SkipSpaces();
        int end = _position + keyword.Length;
        if (!At(keyword) || (end < _text.Length && _text[end] != ' ')) return false;
        _position = end;
        return true;
    }

    private void RequireEnd(int depth)
    {
        SkipSpaces();
        if (_position == _text.Length)
        {
            if (depth > 0) throw EndFault();
            return;
        }

        if (depth == 0 || _text[_position] != ')') throw Fault("Invalid expression (expected expression to end)", _position, _position + 1);
        _position++;
    }

    private void SkipSpaces()
    {
        while (_position < _text.Length && _text[_position] == ' ') _position++;
    }

    private readonly bool At(string token) => string.CompareOrdinal(_text, _position, token, 0, token.Length) == 0;

    private static bool IsNameStart(char c) => c == '_' || char.IsAsciiLetter(c);

    private readonly QueryExpressionException EndFault() => Fault("Unexpected end of expression", _text.Length, _text.Length + 1);

    private readonly QueryExpressionException Fault(string message, int start, int end) => new(message, _text, start, end);
}
