namespace JourneyApps.Schema;

/// <summary>One key of an index.</summary>
/// <param name="Name">A field or the name of a belongs-to.</param>
/// <param name="Descending">Whether the index runs from large to small.</param>
public sealed record IndexKey(string Name, bool Descending);
