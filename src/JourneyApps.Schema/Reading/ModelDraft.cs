namespace JourneyApps.Schema.Reading;

/// <summary>A model while it is being read, pass by pass.</summary>
internal sealed class ModelDraft(int element)
{
    private const int FewFields = 24;
    private Dictionary<string, int>? _fieldsByName;

    /// <summary>The element in the tree.</summary>
    public int Element { get; } = element;

    /// <summary>The name; <see langword="null"/> when the element has none, and then the model is not delivered.</summary>
    public string? Name { get; set; }

    public TextSpan NameSpan { get; set; }

    public string Label { get; set; } = "";

    public bool IsSensitive { get; set; }

    /// <summary>Whether it has an error of its own.</summary>
    public bool IsFaulty { get; set; }

    public Field[] Fields { get; set; } = [];

    public TextSpan[] FieldSpans { get; set; } = [];

    /// <summary>Of all options of all fields, one after the other.</summary>
    public TextSpan[] OptionSpans { get; set; } = [];

    public List<BelongsToDraft> BelongsTo { get; } = [];

    public List<HasManyDraft> HasMany { get; } = [];

    public string? Display { get; set; }

    public List<ModelIndex>? Indexes { get; set; }

    public List<Webhook>? Webhooks { get; set; }

    public List<NotifyUser>? NotifyUsers { get; set; }

    public Field? FindField(string name)
    {
        if (Fields.Length <= FewFields)
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

    public BelongsToDraft? FindBelongsTo(string name)
    {
        foreach (BelongsToDraft draft in BelongsTo)
        {
            if (draft.Value.Name == name) return draft;
        }

        return null;
    }

    public HasManyDraft? FindHasMany(string name)
    {
        foreach (HasManyDraft draft in HasMany)
        {
            if (draft.Value.Name == name) return draft;
        }

        return null;
    }
}
