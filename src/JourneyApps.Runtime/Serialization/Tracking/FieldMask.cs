using System.ComponentModel;
using System.Numerics;

namespace JourneyApps.CompilerServices;

/// <summary>An immutable set of member indexes of one model. The first 64 are in one word; wider models share arrays.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage("Performance", "CA1815", Justification = "Compared by IsEmpty and set operations only.")]
public readonly struct FieldMask
{
    private const int WordBits = 64;
    private readonly ulong _low;
    private readonly ulong[]? _high;

    private FieldMask(ulong low, ulong[]? high)
    {
        _low = low;
        _high = high;
    }

    /// <summary>True when the member is in the set.</summary>
    /// <param name="member">The member's index.</param>
    public bool this[int member] => ((member < WordBits ? _low >> member : High(member / WordBits - 1) >> (member % WordBits)) & 1) != 0;

    /// <summary>True when no member is in the set.</summary>
    public bool IsEmpty => _low == 0 && (_high is null || Array.TrueForAll(_high, static word => word == 0));

    /// <summary>The number of members in the set.</summary>
    public int Count
    {
        get
        {
            int count = BitOperations.PopCount(_low);
            foreach (ulong word in _high ?? [])
                count += BitOperations.PopCount(word);
            return count;
        }
    }

    /// <summary>The set of the members 0 to <paramref name="count"/> - 1.</summary>
    /// <param name="count">How many members.</param>
    /// <returns>The set.</returns>
    public static FieldMask First(int count)
    {
        if (count < WordBits) return new FieldMask((1UL << count) - 1, null);

        ulong[]? high = count == WordBits ? null : new ulong[(count - 1) / WordBits];
        for (int member = WordBits; member < count; member++)
            high![member / WordBits - 1] |= 1UL << (member % WordBits);
        return new FieldMask(ulong.MaxValue, high);
    }

    /// <summary>This set and one member more.</summary>
    /// <param name="member">The member's index.</param>
    /// <returns>The larger set.</returns>
    public FieldMask With(int member)
    {
        if (member < WordBits) return new FieldMask(_low | 1UL << member, _high);

        if (this[member]) return this;

        int word = member / WordBits - 1;
        ulong[] high = new ulong[Math.Max(word + 1, _high?.Length ?? 0)];
        _high?.CopyTo(high, 0);
        high[word] |= 1UL << (member % WordBits);
        return new FieldMask(_low, high);
    }

    /// <summary>Members of either set.</summary>
    /// <param name="other">The other set.</param>
    /// <returns>The union.</returns>
    public FieldMask Union(in FieldMask other) => new(_low | other._low, Combine(_high, other._high, static (a, b) => a | b));

    /// <summary>Members of this set that are not in the other.</summary>
    /// <param name="other">The other set.</param>
    /// <returns>The difference.</returns>
    public FieldMask Except(in FieldMask other) => new(_low & ~other._low, Combine(_high, other._high, static (a, b) => a & ~b));

    /// <summary>Members of both sets.</summary>
    /// <param name="other">The other set.</param>
    /// <returns>The intersection.</returns>
    public FieldMask Intersect(in FieldMask other) => new(_low & other._low, Combine(_high, other._high, static (a, b) => a & b));

    private ulong High(int word) => _high is not null && word < _high.Length ? _high[word] : 0;

    private static ulong[]? Combine(ulong[]? left, ulong[]? right, Func<ulong, ulong, ulong> combine)
    {
        int length = Math.Max(left?.Length ?? 0, right?.Length ?? 0);
        if (length == 0) return null;

        ulong[] words = new ulong[length];
        for (int i = 0; i < length; i++)
            words[i] = combine(i < (left?.Length ?? 0) ? left![i] : 0, i < (right?.Length ?? 0) ? right![i] : 0);
        return words;
    }
}
