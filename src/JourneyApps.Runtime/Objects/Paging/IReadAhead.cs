namespace JourneyApps.Internal.Objects.Paging;

/// <summary>An enumerator that can request the next page before it is asked for.</summary>
internal interface IReadAhead
{
    /// <summary>Requests the next page, unless it was requested before or the current one is too large.</summary>
    void Begin();
}
