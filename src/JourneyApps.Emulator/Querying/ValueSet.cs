namespace JourneyApps.Emulator.Querying;

/// <summary>A set of values with the equality of the reference engine. A search does not depend on the number of values.</summary>
internal sealed class ValueSet
{
    private const double MillisecondsPerDay = 86_400_000;
    private const double MaxMilliseconds = 8.64e15;
    private const double SecondsPerDay = 86_400;

    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);
    private readonly HashSet<double> _numbers = [];
    private readonly HashSet<double> _booleans = [];
    private readonly HashSet<double> _days = [];
    private readonly HashSet<double> _moments = [];
    private readonly HashSet<string> _objectTexts = new(StringComparer.Ordinal);
    private readonly HashSet<double> _textNumbers = [];
    private readonly bool _loose;
    private readonly bool _hasNull;
    private readonly bool _hasOthers;

    /// <param name="items">The values.</param>
    /// <param name="loose">Whether values of different kinds are converted like JavaScript's <c>==</c>.</param>
    public ValueSet(IEnumerable<QueryValue> items, bool loose)
    {
        _loose = loose;
        foreach (QueryValue item in items)
        {
            switch (item.Kind)
            {
                case QueryValueKind.Null: _hasNull = true; continue;
                case QueryValueKind.Text: _texts.Add(item.Text!); break;
                case QueryValueKind.Number: _numbers.Add(item.Number); continue;
                case QueryValueKind.Boolean: _booleans.Add(item.Number); break;
                case QueryValueKind.Day: _days.Add(item.Number); break;
                case QueryValueKind.Moment: _moments.Add(item.Number); break;
                default: AddObject(item); break;
            }

            _hasOthers |= item.Kind is not QueryValueKind.Text;
            if (loose && item.Kind is QueryValueKind.Text) _textNumbers.Add(JavaScriptNumber.Parse(item.Text!));
        }

        // Not a number equals nothing.
        _textNumbers.Remove(double.NaN);
    }

    /// <summary>Whether a single value equals one of the set.</summary>
    public bool Contains(QueryValue value) => value.Kind switch
    {
        QueryValueKind.Null => _hasNull,
        QueryValueKind.Text => _texts.Contains(value.Text!) || (_loose && ContainsTextLoosely(value.Text!)),
        QueryValueKind.Number => _numbers.Contains(value.Number) || (_loose && ContainsNumberLoosely(value.Number)),
        QueryValueKind.Boolean => _booleans.Contains(value.Number) || (_loose && ContainsNumberLoosely(value.Number)),
        QueryValueKind.Day => _days.Contains(value.Number) || (_loose && ContainsDayLoosely(value.Number * 1000)),
        QueryValueKind.Moment => _moments.Contains(value.Number) || _days.Contains(StartOfDay(value.Number)),
        QueryValueKind.Other => _loose && value.Text is { } text && (_texts.Contains(text) || ContainsConverted(text)),
        _ => false,
    };

    /// <summary>Whether an item of a list is one of the set, without conversions.</summary>
    public bool ContainsMember(QueryValue member)
        => member.Kind == QueryValueKind.Text ? _texts.Contains(member.Text!) : _numbers.Contains(member.Number);

    /// <summary>Whether all values are items of a list, without conversions.</summary>
    public bool AreMembersOf(IReadOnlyList<QueryValue> list)
    {
        if (_hasNull || _hasOthers) return false;
        HashSet<QueryValue> found = [.. list.Where(ContainsMember)];
        return found.Count == _texts.Count + _numbers.Count;
    }

    /// <summary>The start of the day of a moment, both in seconds.</summary>
    public static double StartOfDay(double seconds) => Math.Floor(seconds / SecondsPerDay) * SecondsPerDay;

    private void AddObject(QueryValue item)
    {
        if (!_loose || TextOf(item) is not { } text) return;
        _objectTexts.Add(text);
        _textNumbers.Add(JavaScriptNumber.Parse(text));
    }

    private bool ContainsTextLoosely(string text) => _objectTexts.Contains(text) || ContainsConverted(text);

    private bool ContainsConverted(string text)
        => (_numbers.Count > 0 || _booleans.Count > 0)
            && JavaScriptNumber.Parse(text) is var number
            && (_numbers.Contains(number) || _booleans.Contains(number));

    private bool ContainsNumberLoosely(double number)
        => _numbers.Contains(number) || _booleans.Contains(number) || _textNumbers.Contains(number);

    // A day is a number of milliseconds; if the other value is a number, the client reads it as a day where possible.
    private bool ContainsDayLoosely(double milliseconds)
        => _booleans.Contains(milliseconds) || _textNumbers.Contains(milliseconds) || _numbers.Any(number => DayOf(number) == milliseconds);

    /// <summary>The day that the client takes a number for, in milliseconds.</summary>
    public static double? DayOf(double number)
        => Math.Abs(number) <= MaxMilliseconds && Math.Truncate(number) % MillisecondsPerDay == 0 ? Math.Truncate(number) : null;

    private static string? TextOf(QueryValue value) => value.Kind switch
    {
        QueryValueKind.Null => string.Empty,
        QueryValueKind.Number => JavaScriptNumber.Shortest(value.Number),
        QueryValueKind.Boolean => value.Number == 1 ? "true" : "false",
        QueryValueKind.List => string.Join(',', value.Items!.Select(TextOf)),
        _ => value.Text,
    };
}
