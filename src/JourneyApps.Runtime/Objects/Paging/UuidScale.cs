using System.Globalization;

namespace JourneyApps.Internal.Objects.Paging;

/// <summary>Places UUIDs in lower case by their 128 bits, in which they sort as their texts do.</summary>
internal sealed class UuidScale : IdScale
{
    internal static readonly UuidScale Instance = new();

    private const int Digits = 32;

    internal override UInt128 Top => UInt128.MaxValue;

    internal override UInt128 PlaceOf(string id)
    {
        UInt128 place = UInt128.Zero;
        int count = 0;
        foreach (char sign in id)
        {
            if (sign == '-') continue;
            if (!char.IsAsciiHexDigitLower(sign)) return string.CompareOrdinal(id, "0") < 0 ? UInt128.Zero : Top;
            place = (place << 4) | (UInt128)(sign <= '9' ? sign - '0' : sign - 'a' + 10);
            if (++count == Digits) return place;
        }
        return count == 0 ? UInt128.Zero : place << (4 * (Digits - count));
    }

    internal override string TextAt(UInt128 place)
    {
        string digits = place.ToString("x32", CultureInfo.InvariantCulture);
        return $"{digits.AsSpan(0, 8)}-{digits.AsSpan(8, 4)}-{digits.AsSpan(12, 4)}-{digits.AsSpan(16, 4)}-{digits.AsSpan(20)}";
    }
}
