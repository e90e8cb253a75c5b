namespace JourneyApps.Emulator.Tests.Oracle;

/// <summary>The objects in a list, the way anybody would hold them.</summary>
internal sealed class OracleStore
{
    /// <summary>In the order of their creation.</summary>
    public List<OracleObject> Objects { get; } = [];

    /// <summary>Every change with the object after it.</summary>
    public List<(string Operation, OracleObject Object)> Log { get; } = [];

    public OracleObject? Find(string model, string id) => Objects.Find(item => item.Model == model && item.Id == id);

    public void Put(OracleObject item)
    {
        int index = Objects.FindIndex(other => other.Model == item.Model && other.Id == item.Id);
        if (index < 0) Objects.Add(item);
        else Objects[index] = item;
        Log.Add((index < 0 ? "create" : "update", item));
    }

    public void Delete(OracleObject item, string now)
    {
        Objects.Remove(item);
        Log.Add(("delete", item with { UpdatedAt = now }));
    }

    public List<OracleObject> List(string model, Func<OracleObject, bool> holds, IReadOnlyList<(string Key, bool Descending)> sort)
    {
        List<OracleObject> found = [.. Objects.Where(item => item.Model == model && holds(item))];
        if (sort.Count == 0) return found;
        return [.. found.Order(Comparer<OracleObject>.Create((left, right) => Compare(left, right, sort)))];
    }

    private static int Compare(OracleObject left, OracleObject right, IReadOnlyList<(string Key, bool Descending)> sort)
    {
        foreach ((string key, bool descending) in sort)
        {
            int order = Compare(left[key], right[key]);
            if (order != 0) return descending ? -order : order;
        }

        return string.CompareOrdinal(left.Id, right.Id);
    }

    private static int Compare(object? left, object? right)
    {
        if (left is null || right is null) return (left is null ? 0 : 1) - (right is null ? 0 : 1);
        return (left, right) switch
        {
            (string first, string second) => string.CompareOrdinal(first.ToLowerInvariant(), second.ToLowerInvariant()),
            (List<object> first, List<object> second) => string.CompareOrdinal(string.Join(',', first), string.Join(',', second)),
            _ => Comparer<object>.Default.Compare(left, right),
        };
    }
}
