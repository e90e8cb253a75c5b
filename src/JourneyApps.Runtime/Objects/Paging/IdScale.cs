using JourneyApps.Internal.Values.Ids;

namespace JourneyApps.Internal.Objects.Paging;

/// <summary>Places ids on a line of numbers, so that a range of ids can be cut into parts of about the same size. The places only estimate
/// where objects are: a wrong place costs requests, and never objects.</summary>
internal abstract class IdScale
{
    /// <summary>The end of the line.</summary>
    internal abstract UInt128 Top { get; }

    /// <summary>The place of an id, from 0 to <see cref="Top"/>. Never falls as ids rise.</summary>
    internal abstract UInt128 PlaceOf(string id);

    /// <summary>A text at a place below <see cref="Top"/>.</summary>
    internal abstract string TextAt(UInt128 place);

    /// <summary>The scale for ids like these.</summary>
    internal static IdScale For(IReadOnlyList<string> ids) => ids.All(UuidText.IsWritable) ? UuidScale.Instance : new TextScale(ids);
}
