namespace JourneyApps.Emulator.Fields;

/// <summary>One side of a comparison.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The text, the day as <c>yyyy-MM-dd</c>, or the text that JavaScript converts another value to.</param>
/// <param name="Number">The number, the moment or the start of the day in seconds of Unix time, or 1 and 0 for true and false.</param>
/// <param name="Items">The items of a list.</param>
internal readonly record struct QueryValue(
    QueryValueKind Kind, string? Text = null, double Number = 0, IReadOnlyList<QueryValue>? Items = null)
{
    public static QueryValue Null => default;

    public static QueryValue OfText(string text) => new(QueryValueKind.Text, text);

    public static QueryValue OfNumber(double number) => new(QueryValueKind.Number, null, number);

    public static QueryValue OfBoolean(bool value) => new(QueryValueKind.Boolean, null, value ? 1 : 0);

    public static QueryValue OfDay(DateOnly day) => new(QueryValueKind.Day, IsoTime.Day(day), IsoTime.StartOf(day));

    public static QueryValue OfMoment(long seconds) => new(QueryValueKind.Moment, null, seconds);

    /// <summary>A value that only equals the text that JavaScript converts it to; <see langword="null"/> for none.</summary>
    public static QueryValue OfOther(string? text) => new(QueryValueKind.Other, text);

    public static QueryValue OfList(IReadOnlyList<QueryValue> items) => new(QueryValueKind.List, null, 0, items);
}
