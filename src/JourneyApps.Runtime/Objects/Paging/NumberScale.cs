using System.Globalization;

namespace JourneyApps.Internal.Objects.Paging;

/// <summary>Places ids that are numbers without leading zeros after a constant beginning, such as <c>A1</c> to <c>A20000</c>. As texts,
/// half of these begin with <c>A1</c>, so the place of an id is its rank in the order of the texts.</summary>
internal sealed class NumberScale : IdScale
{
    private const int MostDigits = 18;

    // How much the spacing of the numbers can vary.
    private const double LeastShare = 0.7, MostShare = 1.4;

    private readonly string _beginning;
    private readonly UInt128 _first;
    private readonly UInt128 _last;

    private NumberScale(string beginning, UInt128 first, UInt128 last) => (_beginning, _first, _last) = (beginning, first, last);

    /// <summary>Whether the objects are known to be evenly distributed on the scale.</summary>
    internal bool IsEven { get; private init; }

    internal override UInt128 Top => _last - _first + 1;

    /// <summary>The scale of a range of such ids.</summary>
    /// <param name="range">The range.</param>
    /// <param name="sample">Ids of it, in the order of the response.</param>
    /// <param name="total">How many objects the range has.</param>
    /// <returns>The scale; null if the ids are different.</returns>
    internal static NumberScale? Find(IdRange range, IReadOnlyList<string> sample, long total)
    {
        if (sample.Count < 2 || !TryParse(sample, out string beginning, out UInt128[] numbers)) return null;
        (UInt128 first, UInt128 last) = (numbers.Min(), numbers.Max());
        if (first == last) return null;
        var seen = new NumberScale(beginning, first, last);
        bool isRising = numbers.Zip(numbers.Skip(1)).All(static pair => pair.First < pair.Second);

        // In the order of creation, the response has the lowest numbers of the range.
        if (isRising) return seen.ExtendedTo(range, seen.Width(range) * (UInt128)total / (UInt128)sample.Count);

        bool isSorted = sample.Zip(sample.Skip(1)).All(static pair => string.CompareOrdinal(pair.First, pair.Second) < 0);
        if (!isSorted) return seen;

        NumberScale whole = seen.ExtendedTo(range, (UInt128)total);
        UInt128 width = whole.PlaceOf(sample[^1]) - whole.PlaceOf(sample[0]);
        return (double)width / sample.Count is > LeastShare and < MostShare ? whole : null;
    }

    internal override UInt128 PlaceOf(string id)
    {
        if (!id.StartsWith(_beginning, StringComparison.Ordinal))
            return string.CompareOrdinal(id, _beginning) < 0 ? UInt128.Zero : Top;

        UInt128 place = UInt128.Zero, parent = UInt128.Zero;
        for (int i = _beginning.Length; i < id.Length; i++)
        {
            bool isStart = i == _beginning.Length;
            if (!isStart && parent >= _first && parent <= _last) place++;
            // No number continues after a leading zero.
            if (!isStart && parent == UInt128.Zero) return place;
            for (int digit = 0; digit < 10 && digit + '0' < id[i]; digit++) place += CountBelow(parent, digit);
            if (!char.IsAsciiDigit(id[i]) || i - _beginning.Length >= MostDigits) return place;
            parent = (parent * 10) + (UInt128)(id[i] - '0');
        }
        return place;
    }

    internal override string TextAt(UInt128 place)
    {
        UInt128 parent = UInt128.Zero;
        for (bool isStart = true; ; isStart = false)
        {
            if (!isStart && parent >= _first && parent <= _last)
            {
                if (place == UInt128.Zero) break;
                place--;
            }
            int digit = 0;
            for (UInt128 count; digit < 9 && place >= (count = CountBelow(parent, digit)); digit++) place -= count;
            if (CountBelow(parent, digit) <= place) break;
            parent = (parent * 10) + (UInt128)digit;
        }
        return _beginning + parent.ToString(CultureInfo.InvariantCulture);
    }

    // The lowest end with which the range has so many numbers.
    private NumberScale ExtendedTo(IdRange range, UInt128 count)
    {
        UInt128 low = _last, high = UInt128.Max(_last, Power(MostDigits) - 1);
        while (low < high)
        {
            UInt128 middle = low + ((high - low) / 2);
            if (new NumberScale(_beginning, _first, middle).Width(range) >= count) high = middle;
            else low = middle + 1;
        }
        return new NumberScale(_beginning, _first, low) { IsEven = true };
    }

    private UInt128 Width(IdRange range)
        => (range.To is null ? Top : PlaceOf(range.To)) - (range.From is null ? UInt128.Zero : PlaceOf(range.From));

    // The numbers that begin with the digits of a number and one more digit.
    private UInt128 CountBelow(UInt128 parent, int digit)
    {
        UInt128 low = (parent * 10) + (UInt128)digit, high = low, count = UInt128.Zero;
        for (int length = 0; length <= MostDigits && low <= _last; length++)
        {
            if (high >= _first) count += UInt128.Min(high, _last) - UInt128.Max(low, _first) + 1;
            if (low == UInt128.Zero) break;
            (low, high) = (low * 10, (high * 10) + 9);
        }
        return count;
    }

    private static UInt128 Power(int digits)
    {
        UInt128 power = UInt128.One;
        for (int i = 0; i < digits; i++) power *= 10;
        return power;
    }

    private static bool TryParse(IReadOnlyList<string> ids, out string beginning, out UInt128[] numbers)
    {
        int length = ids[0].AsSpan().TrimEnd("0123456789").Length;
        beginning = ids[0][..length];
        numbers = new UInt128[ids.Count];
        for (int i = 0; i < numbers.Length; i++)
        {
            string id = ids[i];
            bool isNumber = id.StartsWith(beginning, StringComparison.Ordinal)
                && id.Length - length is >= 1 and <= MostDigits
                && (id[length] != '0' || id.Length == length + 1)
                && !id.AsSpan(length).ContainsAnyExceptInRange('0', '9');
            if (!isNumber) return false;
            numbers[i] = UInt128.Parse(id.AsSpan(length), NumberStyles.None, CultureInfo.InvariantCulture);
        }
        return true;
    }
}
