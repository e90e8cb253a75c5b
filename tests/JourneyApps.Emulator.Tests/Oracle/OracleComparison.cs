using System.Globalization;

namespace JourneyApps.Emulator.Tests.Oracle;

/// <summary>Comparisons, written independently of the emulator: values are null, text, double, bool, day, moment, or lists of these.</summary>
internal static class OracleComparison
{
    public static bool Holds(string op, object? value, object? argument) => op switch
    {
        "=" => Same(value, argument),
        "!=" => !Same(value, argument),
        "<" => Order(value, argument) is < 0,
        "<=" => Order(value, argument) is <= 0,
        ">" => Order(value, argument) is > 0,
        ">=" => Order(value, argument) is >= 0,
        "contains" when value is List<object> list => argument is List<object> all ? all.TrueForAll(list.Contains) : list.Contains(argument!),
        "contains" => value is string text && argument is string part && text.ToLowerInvariant().Contains(part.ToLowerInvariant(), StringComparison.Ordinal),
        "starts with" => value is string start && argument is string prefix && start.ToLowerInvariant().StartsWith(prefix.ToLowerInvariant(), StringComparison.Ordinal),
        "in" => IsIn(value, (List<object>)argument!),
        "not in" => !IsIn(value, (List<object>)argument!),
        _ => throw new ArgumentException(op),
    };

    private static bool IsIn(object? value, List<object> options) =>
        value is List<object> members ? options.Exists(members.Contains) : options.Exists(option => Same(value, option));

    private static bool Same(object? left, object? right)
    {
        if (left is null || right is null) return left is null && right is null;
        if (left is List<object> first && right is List<object> second) return first.Count == second.Count && first.SequenceEqual(second);
        if (left is List<object> || right is List<object>) return false;
        if (left.GetType() == right.GetType()) return left.Equals(right);
        return Number(left) == Number(right);
    }

    private static int? Order(object? left, object? right) => (left, right) switch
    {
        (string first, string second) => string.CompareOrdinal(first, second),
        (double first, double second) => first.CompareTo(second),
        (DateOnly first, DateOnly second) => first.CompareTo(second),
        (DateTime first, DateTime second) => first.CompareTo(second),
        (List<object> first, List<object> second) when first.SequenceEqual(second) => 0,
        _ => null,
    };

    private static double Number(object value) => value switch
    {
        double number => number,
        bool boolean => boolean ? 1 : 0,
        string { Length: 0 } => 0,
        string text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : double.NaN,
        _ => double.NaN,
    };
}
