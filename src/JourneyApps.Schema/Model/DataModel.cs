namespace JourneyApps.Schema;

/// <summary>A data model: what an app's <c>schema.xml</c> declares, without positions. Immutable and equal by value: two texts that differ
/// only in comments, white space or the order of attributes have equal data models.</summary>
/// <param name="Models">The models in document order; names are unique (a second model of a name is a diagnostic).</param>
/// <param name="AppUserModel">The model whose objects are the app's users; <see langword="null"/> if it is not known.</param>
public sealed record DataModel(IReadOnlyList<Model> Models, string? AppUserModel)
{
    private const int Few = 16;

    private Uncompared<Dictionary<string, Model>> _byName;

    /// <summary>The models in document order; names are unique (a second model of a name is a diagnostic).</summary>
    public IReadOnlyList<Model> Models
    {
        get;
        init => (field, _byName) = (EquatableArray.Of(value), default);
    } = EquatableArray.Of(Models);

    /// <summary>A data model without models.</summary>
    public static DataModel Empty { get; } = new([], null);

    /// <summary>The model of a name, or <see langword="null"/>. Names are case-sensitive.</summary>
    /// <param name="name">The name in the schema.</param>
    public Model? FindModel(string name)
    {
        if (Models.Count > Few) return ByName().TryGetValue(name, out Model? found) ? found : null;
        foreach (Model model in Models.AsSpan())
        {
            if (model.Name == name) return model;
        }

        return null;
    }

    /// <summary>The belongs-to that a has-many is the other side of: the one that <c>inverse-of</c> names, or else the only one of the
    /// other model that leads to this one; <see langword="null"/> if there is none or more than one.</summary>
    /// <param name="model">The model that declares the has-many.</param>
    /// <param name="hasMany">The has-many.</param>
    public BelongsTo? FindInverse(Model model, HasMany hasMany)
    {
        if (FindModel(hasMany.Model) is not { } other) return null;
        return hasMany.InverseOf is { } inverse ? other.OnlyLinkNamed(inverse) : other.OnlyLinkTo(model.Name);
    }

    /// <summary>Created at the first use; two threads at once create the same.</summary>
    private Dictionary<string, Model> ByName()
    {
        if (_byName.Value is { } known) return known;
        Dictionary<string, Model> models = new(Models.Count, StringComparer.Ordinal);
        foreach (Model model in Models.AsSpan())
        {
            if (!models.ContainsKey(model.Name)) models[model.Name] = model;
        }

        _byName = new(models);
        return models;
    }
}
