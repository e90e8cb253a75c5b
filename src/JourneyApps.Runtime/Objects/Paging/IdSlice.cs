using System.Globalization;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Internal.Objects.Queries;

namespace JourneyApps.Internal.Objects.Paging;

/// <summary>
/// A range of ids: from one (inclusive) to another (exclusive), over all 128 bits of a UUID. The first slice has no lower end and the last no upper,
/// so that ids which are no UUIDs are in a slice too. Lower-case UUID texts sort as their numbers do.
/// </summary>
/// <param name="From">The lower end; null for none.</param>
/// <param name="To">The upper end; null for none.</param>
internal readonly record struct IdSlice(UInt128? From, UInt128? To)
{
    internal static readonly IdSlice Everything = new(null, null);

    internal string? FromId => From is { } from ? Text(from) : null;

    internal string? ToId => To is { } to ? Text(to) : null;

    /// <summary>Whether it can be parted further.</summary>
    internal bool CanHalve => Width > UInt128.One;

    private UInt128 Width => (To ?? UInt128.MaxValue) - (From ?? UInt128.Zero);

    /// <summary>Parts it into two of equal width.</summary>
    internal (IdSlice Low, IdSlice High) Halve()
    {
        UInt128 middle = (From ?? UInt128.Zero) + (Width / 2) + (Width % 2);
        return (this with { To = middle }, this with { From = middle });
    }

    /// <summary>Parts it into a power of two of equal slices, at most 2 to the 20th, in ascending order.</summary>
    internal IEnumerable<IdSlice> Split(int powerOfTwo)
    {
        if (powerOfTwo <= 0 || !CanHalve) return [this];
        (IdSlice low, IdSlice high) = Halve();
        return low.Split(powerOfTwo - 1).Concat(high.Split(powerOfTwo - 1));
    }

    /// <summary>Whether an id lies in it, by the order in which the server was asked to compare.</summary>
    internal bool Holds(string id)
        => (FromId is not { } from || string.CompareOrdinal(id, from) >= 0) && (ToId is not { } to || string.CompareOrdinal(id, to) < 0);

    /// <summary>The condition for the query call; null for everything.</summary>
    internal Filter? Range() => (FromId, ToId) switch
    {
        (null, null) => null,
        ({ } from, null) => new RawFilter("id >= ?", [from]),
        (null, { } to) => new RawFilter("id < ?", [to]),
        ({ } from, { } to) => new RawFilter("id >= ? and id < ?", [from, to]),
    };

    private static string Text(UInt128 number)
    {
        string digits = number.ToString("x32", CultureInfo.InvariantCulture);
        return string.Concat(digits.AsSpan(0, 8), "-", digits.AsSpan(8, 4), "-") + string.Concat(digits.AsSpan(12, 4), "-", digits.AsSpan(16, 4)) + string.Concat("-", digits.AsSpan(20));
    }
}
