namespace JourneyApps.Schema.Reading;

/// <summary>A model that is being read, pass by pass.</summary>
internal sealed class ModelBuilder(int element)
{
    private const int Few = 24;
    private static readonly Func<BelongsToEntry, string> BelongsToName = static link => link.Value.Name;
    private static readonly Func<HasManyEntry, string> HasManyName = static link => link.Value.Name;

    private Dictionary<string, int>? _fieldsByName;
    private ILookup<string, BelongsToEntry>? _linksByModel;

    /// <summary>The element in the tree; −1 if the model is not read from XML.</summary>
    public int Element { get; } = element;

    /// <summary>The name; <see langword="null"/> if the element has none; then the model is not part of the result.</summary>
    public string? Name { get; set; }

    public TextSpan NameSpan { get; set; }

    public string Label { get; set; } = "";

    public bool IsSensitive { get; set; }

    /// <summary>Whether another model of its name came before; its content is added to that one.</summary>
    public bool IsRepeated { get; set; }

    /// <summary>Whether the model itself has an error.</summary>
    public bool IsFaulty { get; set; }

    public Field[] Fields { get; set; } = [];

    public TextSpan[] FieldSpans { get; set; } = [];

    /// <summary>The options of all fields, one after the other.</summary>
    public TextSpan[] OptionSpans { get; set; } = [];

    public NamedList<BelongsToEntry> BelongsTo { get; } = new(BelongsToName);

    public NamedList<HasManyEntry> HasMany { get; } = new(HasManyName);

    /// <summary>The type of the first field without a name, which an index can name as the platform does.</summary>
    public FieldType? NamelessField { get; set; }

    /// <summary>Whether a has-many without a name has found its belongs-to.</summary>
    public bool HasNamelessHasMany { get; set; }

    public string? Display { get; set; }

    public List<ModelIndex>? Indexes { get; set; }

    public List<Webhook>? Webhooks { get; set; }

    public List<NotifyUser>? NotifyUsers { get; set; }

    public Field? FindField(string name)
    {
        if (Fields.Length <= Few)
        {
            foreach (Field field in Fields)
            {
                if (field.Name == name) return field;
            }

            return null;
        }

        if (_fieldsByName is null)
        {
            _fieldsByName = new(Fields.Length, StringComparer.Ordinal);
            for (int i = 0; i < Fields.Length; i++) _fieldsByName[Fields[i].Name] = i;
        }

        return _fieldsByName.TryGetValue(name, out int found) ? Fields[found] : null;
    }

    /// <summary>Adds the belongs-to that lead to a model to a list, at most <paramref name="most"/>. Call it when all are read.</summary>
    public void AddLinksTo(string? model, int most, List<BelongsToEntry> links)
    {
        if (BelongsTo.Count > Few)
        {
            _linksByModel ??= BelongsTo.Items.ToLookup(static link => link.Value.Model, StringComparer.Ordinal);
            links.AddRange(_linksByModel[model ?? ""].Take(most));
            return;
        }

        for (int i = 0; i < BelongsTo.Count && links.Count < most; i++)
        {
            if (BelongsTo[i].Value.Model == model) links.Add(BelongsTo[i]);
        }
    }
}
