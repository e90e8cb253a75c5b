namespace JourneyApps.Internal.Features.Mirroring.Rules;

/// <summary>How the objects of a model are read.</summary>
internal enum LoadMode
{
    /// <summary>By ranges of ids. All ids are lower-case UUIDs, so the answer for a range also says which objects do not exist.</summary>
    Ranges,

    /// <summary>By ranges of ids. Some ids are not lower-case UUIDs: the ids are collected, and what was not found is removed at the
    /// end.</summary>
    CollectingRanges,

    /// <summary>Page by page, because the server does not compare ids by their text. The pass is repeated until nothing is written
    /// during it; the ids are collected, and what was not found is removed at the end.</summary>
    Passes,
}
