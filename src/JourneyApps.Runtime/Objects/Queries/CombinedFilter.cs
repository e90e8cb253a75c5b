namespace JourneyApps.Internal.Objects.Queries;

/// <summary>Two filters joined by <c>and</c> or <c>or</c>.</summary>
internal sealed class CombinedFilter(bool isAnd, Filter left, Filter right) : Filter
{
    public bool IsAnd => isAnd;

    public Filter Left => left;

    public Filter Right => right;
}
