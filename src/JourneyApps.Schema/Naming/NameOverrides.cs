namespace JourneyApps.Schema.Naming;

/// <summary>The name overrides for a schema or for one of its models. Equal if the overrides are.</summary>
internal sealed class NameOverrides(EquatableArray<NameOverride> items) : IEquatable<NameOverrides>
{
    private Dictionary<(string? Member, string? Option, bool IsSet), string>? _names;
    private Dictionary<string, NameOverrides>? _byModel;

    /// <summary>No overrides.</summary>
    public static NameOverrides None { get; } = new([]);

    /// <summary>The overrides in the order of the file.</summary>
    public EquatableArray<NameOverride> Items { get; } = items;

    /// <summary>The name of the class. Like the other names, of the one model that the overrides are for.</summary>
    public string? Class => Find(null, null, isSet: false);

    /// <summary>The name of the set.</summary>
    public string? Set => Find(null, null, isSet: true);

    /// <summary>The name of a field or relationship.</summary>
    public string? Member(string member) => Find(member, null, isSet: false);

    /// <summary>The name of an option.</summary>
    public string? Option(string field, string option)
        => Items.Count == 0 ? null : Find(field, LineEnds.ToLineFeeds(option), isSet: false);

    /// <summary>The overrides for one model; a change of any other leaves them equal.</summary>
    public NameOverrides Of(string model)
        => Items.Count > 0 && ByModel().TryGetValue(model, out NameOverrides? own) ? own : None;

    /// <summary>Reports each override whose element is not in the schema.</summary>
    public void AddUnused(DataModel schema, List<NamingDiagnostic> diagnostics, CancellationToken cancellation)
    {
        if (Items.Count == 0) return;
        var used = new HashSet<NameOverride>();
        foreach (Model model in schema.Models.AsSpan())
        {
            cancellation.ThrowIfCancellationRequested();
            if (!ByModel().TryGetValue(model.Name, out NameOverrides? own)) continue;
            HashSet<(string? Member, string? Option)> elements = ElementsOf(model, cancellation);
            foreach (NameOverride item in own.Items)
            {
                cancellation.ThrowIfCancellationRequested();
                if (elements.Contains((item.Member, item.Option))) used.Add(item);
            }
        }

        int unused = 0;
        foreach (NameOverride item in Items)
        {
            cancellation.ThrowIfCancellationRequested();
            if (used.Contains(item)) continue;
            if (unused++ == SchemaLimits.Diagnostics)
            {
                diagnostics.Add(new(SchemaRules.DiagnosticsCut, [SchemaLimits.DiagnosticsText], null, item.Key));
                return;
            }

            diagnostics.Add(new(NamingRules.OverrideUnused, [item.Key], null, item.Key));
        }
    }

    public bool Equals(NameOverrides? other) => other is not null && Items == other.Items;

    public override bool Equals(object? obj) => Equals(obj as NameOverrides);

    public override int GetHashCode() => Items.GetHashCode();

    private static HashSet<(string? Member, string? Option)> ElementsOf(Model model, CancellationToken cancellation)
    {
        HashSet<(string? Member, string? Option)> elements = [(null, null)];
        foreach (Field field in model.Fields.AsSpan())
        {
            cancellation.ThrowIfCancellationRequested();
            elements.Add((field.Name, null));
            if (!FieldTypeInfo.Of(field.Type).IsChoice) continue;
            foreach (FieldOption option in field.Options.AsSpan())
            {
                cancellation.ThrowIfCancellationRequested();
                if (option.Key is { } key) elements.Add((field.Name, LineEnds.ToLineFeeds(key)));
            }
        }

        foreach (BelongsTo link in model.BelongsTo.AsSpan())
        {
            cancellation.ThrowIfCancellationRequested();
            elements.Add((link.Name, null));
            elements.Add((link.Name + "_id", null));
        }

        foreach (HasMany many in model.HasMany.AsSpan()) elements.Add((many.Name, null));
        return elements;
    }

    private string? Find(string? member, string? option, bool isSet)
        => Items.Count > 0 && Names().TryGetValue((member, option, isSet), out string? name) ? name : null;

    /// <summary>Created at the first use, as the other one; two threads at once create the same.</summary>
    private Dictionary<(string? Member, string? Option, bool IsSet), string> Names()
    {
        if (_names is { } known) return known;
        var names = new Dictionary<(string? Member, string? Option, bool IsSet), string>(Items.Count);
        foreach (NameOverride item in Items)
        {
            var element = (item.Member, item.Option, item.IsSet);
            if (!names.ContainsKey(element)) names.Add(element, item.Name);
        }

        return _names = names;
    }

    private Dictionary<string, NameOverrides> ByModel()
        => _byModel ??= Items.GroupBy(static item => item.Model, StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, static group => new NameOverrides(group.ToEquatableArray()), StringComparer.Ordinal);
}
