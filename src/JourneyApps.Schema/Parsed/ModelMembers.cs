namespace JourneyApps.Schema.Parsed;

/// <summary>The places of a model's members in its lists, by name.</summary>
internal sealed class ModelMembers
{
    private readonly NamedPlaces _fields;
    private readonly NamedPlaces _belongsTo;
    private readonly NamedPlaces _hasMany;
    private readonly int[] _firstOptions;

    public ModelMembers(Model model)
    {
        _fields = NamedPlaces.Of(model.Fields, static field => field.Name);
        _belongsTo = NamedPlaces.Of(model.BelongsTo, static link => link.Name);
        _hasMany = NamedPlaces.Of(model.HasMany, static links => links.Name);
        _firstOptions = new int[model.Fields.Count];
        int options = 0;
        for (int i = 0; i < _firstOptions.Length; i++)
        {
            _firstOptions[i] = options;
            options += model.Fields[i].Options.Count;
        }
    }

    /// <summary>The place of a field; −1 if there is none of that name.</summary>
    public int Field(string? name) => _fields.Find(name);

    /// <summary>The place of a belongs-to; −1 if there is none of that name.</summary>
    public int BelongsTo(string? name) => _belongsTo.Find(name);

    /// <summary>The place of a has-many; −1 if there is none of that name.</summary>
    public int HasMany(string? name) => _hasMany.Find(name);

    /// <summary>The number of options of all fields before one.</summary>
    public int OptionsBefore(int field) => _firstOptions[field];
}
