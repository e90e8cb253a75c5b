using System.Text.Json;
using JourneyApps.Emulator.Models;
using JourneyApps.Schema;

namespace JourneyApps.Emulator.Querying;

/// <summary>
/// The expression language of <c>query.json</c>, as the platform's own client parses it (backend-api §9.1): the same texts are accepted,
/// with the same messages at the same positions. One pass, bounded depth.
/// </summary>
internal ref struct QueryParser
{
    private const int MaxDepth = 200;

    private readonly ServedModel _model;
    private readonly string _text;
    private readonly IReadOnlyList<JsonElement> _arguments;
    private readonly bool _loose;
    private int _position;
    private int _used;

    private QueryParser(ServedModel model, string text, IReadOnlyList<JsonElement> arguments, bool loose)
    {
        _model = model;
        _text = text;
        _arguments = arguments;
        _loose = loose;
    }

    /// <summary>Parses an expression.</summary>
    /// <param name="model">The model whose objects are asked for.</param>
    /// <param name="expression">The expression.</param>
    /// <param name="arguments">The values of its question marks, in order; more than needed are ignored.</param>
    /// <param name="loose">Whether comparisons are as in JavaScript.</param>
    /// <exception cref="QueryExpressionException">The expression is none.</exception>
    public static Filter Parse(ServedModel model, string expression, IReadOnlyList<JsonElement> arguments, bool loose)
    {
        QueryParser parser = new(model, expression, arguments, loose);
        return parser.ParseOr(0);
    }

    private Filter ParseOr(int depth)
    {
        List<Filter> alternatives = [ParseAnd(depth)];
        while (TryKeyword("or")) alternatives.Add(ParseAnd(depth));
        RequireEnd(depth);
        return alternatives.Count == 1 ? alternatives[0] : new AnyOf(alternatives);
    }

    private Filter ParseAnd(int depth)
    {
        List<Filter> conditions = [ParseTerm(depth)];
        while (TryKeyword("and")) conditions.Add(ParseTerm(depth));
        return conditions.Count == 1 ? conditions[0] : new AllOf(conditions);
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

    private Comparison ParseComparison()
    {
        int start = _position;
        while (_position < _text.Length && (IsNameStart(_text[_position]) || char.IsAsciiDigit(_text[_position]))) _position++;
        int end = _position;
        QueryOperator op = ParseOperator();
        int placeholder = ParsePlaceholder();
        QueryAttribute attribute = FindAttribute(_text[start..end], start, end);
        if (_used >= _arguments.Count) throw Fault("Not enough arguments to interpolate", placeholder, placeholder + 1);
        JsonElement argument = _arguments[_used++];
        if (op is QueryOperator.In or QueryOperator.NotIn && argument.ValueKind != JsonValueKind.Array)
        {
            throw Fault($"Array value is required for '{QueryOperators.TextOf(op)}' operator", placeholder, placeholder + 1);
        }

        return new(attribute, op, QueryArguments.Read(attribute, argument), _loose);
    }

    private QueryOperator ParseOperator()
    {
        SkipSpaces();
        if (_position == _text.Length) throw EndFault();
        foreach ((string text, QueryOperator op) in QueryOperators.All)
        {
            if (!At(text)) continue;
            _position += text.Length;
            return op;
        }

        throw Fault($"Expected one of {QueryOperators.Listed}", _position, _position + 1);
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
        if (_model.FindKey(name) is { Kind: MemberKind.Link } link) return QueryAttribute.Of(link);
        foreach (Schema.HasMany hasMany in _model.Declared.HasMany)
        {
            if (hasMany.Name == name) throw Fault($"Cannot query by has-many field '{name}'", start, end);
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
