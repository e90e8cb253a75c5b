namespace JourneyApps.Schema.Reading;

/// <summary>A model while it is being read, pass by pass.</summary>
internal sealed class ModelDraft(int element)
{
    private const int Few = 24;
    private static readonly Func<BelongsToDraft, string> BelongsToName = static link => link.Value.Name;
    private static readonly Func<HasManyDraft, string> HasManyName = static link => link.Value.Name;

    private Dictionary<string, int>? _fieldsByName;
    private ILookup<string, BelongsToDraft>? _linksByModel;

    /// <summary>The element in the tree; −1 when the model was not read from XML.</summary>
    public int Element { get; } = element;

    /// <summary>The name; <see langword="null"/> when the element has none, and then the model is not delivered.</summary>
    public string? Name { get; set; }

    public TextSpan NameSpan { get; set; }

    public string Label { get; set; } = "";

    public bool IsSensitive { get; set; }

    /// <summary>Whether another model of its name came before; what it declares was added to that one.</summary>
    public bool IsRepeated { get; set; }

    /// <summary>Whether it has an error of its own.</summary>
    public bool IsFaulty { get; set; }

    public Field[] Fields { get; set; } = [];

    public TextSpan[] FieldSpans { get; set; } = [];

    /// <summary>Of all options of all fields, one after the other.</summary>
    public TextSpan[] OptionSpans { get; set; } = [];

    public NamedList<BelongsToDraft> BelongsTo { get; } = new(BelongsToName);

    public NamedList<HasManyDraft> HasMany { get; } = new(HasManyName);

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

    /// <summary>Adds the belongs-to that point to a model to a list, up to a number of them. To be asked once all are read.</summary>
    public void AddLinksTo(string? model, int most, List<BelongsToDraft> links)
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
