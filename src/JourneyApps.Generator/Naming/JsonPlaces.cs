namespace JourneyApps.Generator.Naming;

/// <summary>
/// The names that a model's members have in JSON. The platform allows two members under one name (a field <c>room_id</c> beside a
/// belongs-to <c>room</c>); both are generated, and the runtime gives both the value. A serializer that goes by data contracts accepts a
/// name once, so only the first carries it there.
/// </summary>
internal sealed class JsonPlaces
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal) { "id", "updated_at", "display" };

    /// <summary>Whether a member is the first of its name.</summary>
    /// <param name="name">The name in JSON.</param>
    public bool IsFirst(string name) => _taken.Add(name);
}
