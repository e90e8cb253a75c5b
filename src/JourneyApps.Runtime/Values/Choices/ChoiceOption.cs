using System.Globalization;
using System.Text;

namespace JourneyApps.Internal.Values.Choices;

/// <summary>A choice's value: one of the options this code knows, or a key that only the server knows.</summary>
internal sealed class ChoiceOption
{
    private readonly byte[] _displayUtf8;
    private ChoiceOption? _relabelled;

    private ChoiceOption(string key, string? display, bool isNumber, bool isKnown, long number)
    {
        Key = key;
        Display = display;
        IsNumber = isNumber;
        IsKnown = isKnown;
        Number = number;
        KeyJson = JsonText.Encode(key, quoted: !isNumber);
        _displayUtf8 = Encoding.UTF8.GetBytes(display ?? "");
    }

    public string Key { get; }

    /// <summary>The server's label, or the schema's where the server sent none.</summary>
    public string? Display { get; }

    /// <summary>The key is a JSON number.</summary>
    public bool IsNumber { get; }

    public bool IsKnown { get; }

    /// <summary>The enum member's value; of a known option only.</summary>
    public long Number { get; }

    /// <summary>The key in the form in which it is sent.</summary>
    public byte[] KeyJson { get; }

    public static ChoiceOption Known(string key, string label, bool isNumber, long number)
        => new(key, label, isNumber, isKnown: true, number);

    public static ChoiceOption Unknown(string key, string? display, bool isNumber) => new(key, display, isNumber, isKnown: false, 0);

    /// <summary>The order of choices: none, numbers by value, texts by their characters.</summary>
    public static int Compare(ChoiceOption? left, ChoiceOption? right)
    {
        if (left is null || right is null) return (left is null ? 0 : 1) - (right is null ? 0 : 1);
        if (left.IsNumber != right.IsNumber) return left.IsNumber ? -1 : 1;
        return left.IsNumber && IsDecimal(left, out decimal first) && IsDecimal(right, out decimal second)
            ? first.CompareTo(second)
            : string.CompareOrdinal(left.Key, right.Key);
    }

    public bool HasDisplay(ReadOnlySpan<byte> utf8) => utf8.SequenceEqual(_displayUtf8) && Display is not null;

    /// <summary>The same option under the label that the server has for it now; the last one is kept, so a page makes one, not
    /// thousands.</summary>
    public ChoiceOption Relabelled(ReadOnlySpan<byte> utf8)
    {
        if (HasDisplay(utf8)) return this;

        ChoiceOption? last = _relabelled;
        return last is not null && last.HasDisplay(utf8)
            ? last
            : _relabelled = new ChoiceOption(Key, Encoding.UTF8.GetString(utf8), IsNumber, IsKnown, Number);
    }

    private static bool IsDecimal(ChoiceOption option, out decimal number)
        => decimal.TryParse(option.Key, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
}
