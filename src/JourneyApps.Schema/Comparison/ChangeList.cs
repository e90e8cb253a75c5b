namespace JourneyApps.Schema.Comparison;

/// <summary>Collects the changes of one element.</summary>
internal readonly struct ChangeList(
    List<DataModelChange> changes, string? model, string? member, string? option, CancellationToken cancellation)
{
    /// <summary>Losing a model, field or belongs-to: reading, writing and the next build fail, and what is stored cannot be
    /// reached.</summary>
    public const DataModelImpact Loss = DataModelImpact.Structure | DataModelImpact.BreaksGeneratedCode | DataModelImpact.LosesStoredData;

    private readonly List<DataModelChange> _changes = changes;
    private readonly CancellationToken _cancellation = cancellation;
    private readonly string? _model = model;
    private readonly string? _member = member;
    private readonly string? _option = option;

    public ChangeList OfModel(string name) => new(_changes, name, null, null, _cancellation);

    public ChangeList Of(string member, string? option = null) => new(_changes, _model, member, option, _cancellation);

    public void Added(DataModelPart part, DataModelImpact impact, string value)
        => Add(DataModelChangeKind.Added, part, impact, null, value);

    public void Removed(DataModelPart part, DataModelImpact impact, string value)
        => Add(DataModelChangeKind.Removed, part, impact, value, null);

    public void Compare(DataModelPart part, string? before, string? after, DataModelImpact impact = DataModelImpact.None)
    {
        if (!AreEqual(before, after)) Add(DataModelChangeKind.Changed, part, impact, before, after);
    }

    /// <summary>Compares lists of which no code is generated, each item as a line of text.</summary>
    public void CompareLines(DataModelPart part, IEnumerable<string> before, IEnumerable<string> after)
    {
        ChangeList list = this;
        Pair(
            before,
            after,
            static line => line,
            static (_, _) => { },
            old => list.Removed(part, DataModelImpact.None, old),
            @new => list.Added(part, DataModelImpact.None, @new));
    }

    /// <summary>Pairs two lists by key, in which line ends do not count. Of several items with one key the first counts.</summary>
    public void Pair<T>(
        IEnumerable<T> before, IEnumerable<T> after, Func<T, string> keyOf, Action<T, T> both, Action<T> removed, Action<T> added)
    {
        Dictionary<string, T> afterByKey = new(StringComparer.Ordinal);
        List<(string Key, T Item)> inOrder = [];
        foreach (T item in after)
        {
            _cancellation.ThrowIfCancellationRequested();
            string key = LineEnds.ToLineFeeds(keyOf(item));
            if (afterByKey.ContainsKey(key)) continue;
            afterByKey.Add(key, item);
            inOrder.Add((key, item));
        }

        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (T item in before)
        {
            _cancellation.ThrowIfCancellationRequested();
            string key = LineEnds.ToLineFeeds(keyOf(item));
            if (!seen.Add(key)) continue;
            if (afterByKey.TryGetValue(key, out T? other)) both(item, other);
            else removed(item);
        }

        foreach ((string key, T item) in inOrder)
        {
            _cancellation.ThrowIfCancellationRequested();
            if (!seen.Contains(key)) added(item);
        }
    }

    // A checkout can change the line ends of a file, and the deployed schema has one form.
    private static bool AreEqual(string? before, string? after)
        => before == after
        || (before is not null && after is not null && LineEnds.ToLineFeeds(before) == LineEnds.ToLineFeeds(after));

    private void Add(DataModelChangeKind kind, DataModelPart part, DataModelImpact impact, string? before, string? after)
        => _changes.Add(new DataModelChange(kind, part, impact, _model, _member, _option, before, after));
}
