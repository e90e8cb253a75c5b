using System.Text;

namespace JourneyApps.Internal.Objects.Paging;

/// <summary>Places ids of any form by the characters that a sample of them has at each place: <c>SO-0000001</c> has ten digits to vary
/// after a constant beginning.</summary>
internal sealed class TextScale : IdScale
{
    // Beyond this the ids of any data set differ.
    private const int MostPlaces = 40;

    // Numbers without leading zeros can be longer than those of the sample.
    private const int FurtherPlaces = 8;

    private static readonly string[] Hexadecimal = ["0123456789abcdef", "0123456789ABCDEF", "0123456789ABCDEFabcdef"];
    private static readonly string[] Decimal = ["0123456789"];
    private static readonly string[] Alphabets =
    [
        "0123456789", .. Hexadecimal[..2], "abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz",
    ];

    private readonly string[] _alphabets;

    internal TextScale(IReadOnlyList<string> sample)
    {
        int length = sample.Max(static id => id.Length), places = Math.Min(MostPlaces, length);
        bool isPadded = sample.Min(static id => id.Length) == length;
        char[][] seen = [.. Enumerable.Range(0, places).Select(place => SeenAt(sample, place))];
        // A constant beginning such as "SO-" does not make the digits after it hexadecimal.
        bool isDecimal = seen.All(static characters => characters.Length == 1 || characters.All(char.IsAsciiDigit));
        _alphabets = new string[isPadded ? places : places + FurtherPlaces];
        for (int place = 0; place < places; place++)
        {
            _alphabets[place] = Smallest(seen[place], isDecimal ? Decimal : Hexadecimal)
                ?? (seen[place] is [var only] ? only.ToString() : Smallest(seen[place], Alphabets) ?? Alphabets[^1]);
        }
        if (places > 0) _alphabets.AsSpan(places).Fill(_alphabets[places - 1]);
    }

    // Leaves room for a multiplication by the size of an alphabet.
    internal override UInt128 Top => UInt128.One << 120;

    internal override UInt128 PlaceOf(string id)
    {
        UInt128 place = UInt128.Zero, span = Top;
        for (int i = 0; i < _alphabets.Length && i < id.Length; i++)
        {
            string alphabet = _alphabets[i];
            int index = 0;
            while (index < alphabet.Length && alphabet[index] < id[i]) index++;
            // Above every character that was seen here.
            if (index == alphabet.Length) return place + span;
            place += span * (UInt128)index / (UInt128)alphabet.Length;
            if (alphabet[index] != id[i]) break;
            span /= (UInt128)alphabet.Length;
            if (span == UInt128.Zero) break;
        }
        return place;
    }

    internal override string TextAt(UInt128 place)
    {
        var text = new StringBuilder();
        UInt128 span = Top;
        foreach (string alphabet in _alphabets)
        {
            if (span == UInt128.Zero) break;
            var size = (UInt128)alphabet.Length;
            int index = (int)UInt128.Min(size - 1, place * size / span);
            text.Append(alphabet[index]);
            place -= span * (UInt128)index / size;
            span /= size;
        }
        return text.ToString();
    }

    private static char[] SeenAt(IReadOnlyList<string> sample, int place)
        => [.. sample.Where(id => id.Length > place).Select(id => id[place]).Distinct()];

    private static string? Smallest(char[] seen, string[] alphabets)
        => alphabets.FirstOrDefault(alphabet => seen.AsSpan().IndexOfAnyExcept(alphabet) < 0);
}
