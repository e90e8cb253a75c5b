namespace JourneyApps.Schema;

/// <summary>A database index of a model.</summary>
/// <param name="Name">The given name, or the keys joined by <c>_</c>.</param>
/// <param name="Keys">The keys in order.</param>
/// <param name="InApp">Whether the index exists in the app's database.</param>
/// <param name="InCloud">Whether the index exists in the cloud database.</param>
public sealed record ModelIndex(string Name, IReadOnlyList<IndexKey> Keys, bool InApp, bool InCloud)
{
    /// <summary>The keys in order.</summary>
    public IReadOnlyList<IndexKey> Keys { get; init => field = EquatableArray.Of(value); } = EquatableArray.Of(Keys);
}
