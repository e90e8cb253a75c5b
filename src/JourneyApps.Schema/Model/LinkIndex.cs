namespace JourneyApps.Schema;

/// <summary>Finds the belongs-to of a model that has many.</summary>
internal sealed class LinkIndex
{
    private readonly Dictionary<string, BelongsTo?> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, BelongsTo?> _byModel = new(StringComparer.Ordinal);

    public LinkIndex(IReadOnlyList<BelongsTo> links)
    {
        foreach (BelongsTo link in links.AsSpan())
        {
            // Null for several.
            _byName[link.Name] = _byName.ContainsKey(link.Name) ? null : link;
            _byModel[link.Model] = _byModel.ContainsKey(link.Model) ? null : link;
        }
    }

    /// <summary>The only one of a name; <see langword="null"/> if there is none or more than one.</summary>
    public BelongsTo? OnlyNamed(string name) => _byName.TryGetValue(name, out BelongsTo? found) ? found : null;

    /// <summary>The only one that leads to a model; <see langword="null"/> if there is none or more than one.</summary>
    public BelongsTo? OnlyTo(string model) => _byModel.TryGetValue(model, out BelongsTo? found) ? found : null;
}
