namespace JourneyApps.Schema;

/// <summary>A model of a schema: the declaration of one kind of object.</summary>
/// <param name="Name">The name in the schema, in URLs and in JSON.</param>
/// <param name="Label">The text that the app shows; may be empty.</param>
/// <param name="Sensitive">Whether the model is classified as sensitive (audit data is kept for 30 days instead of 3 years).</param>
/// <param name="Fields">The fields in declared order.</param>
/// <param name="BelongsTo">The relationships to one object of another model, in declared order.</param>
/// <param name="HasMany">The relationships to the objects of another model, in declared order.</param>
/// <param name="Display">The format of an object's display text; <see langword="null"/> if there is none or more than one.</param>
/// <param name="Indexes">The database indexes.</param>
/// <param name="Webhooks">The webhooks.</param>
/// <param name="NotifyUsers">The push messages.</param>
public sealed record Model(
    string Name,
    string Label,
    bool Sensitive,
    IReadOnlyList<Field> Fields,
    IReadOnlyList<BelongsTo> BelongsTo,
    IReadOnlyList<HasMany> HasMany,
    string? Display,
    IReadOnlyList<ModelIndex> Indexes,
    IReadOnlyList<Webhook> Webhooks,
    IReadOnlyList<NotifyUser> NotifyUsers)
{
    private const int Few = 16;

    // Created at the first use; two threads at once create the same.
    private Uncompared<OnlyByKey<BelongsTo>> _linksByName;
    private Uncompared<OnlyByKey<BelongsTo>> _linksByModel;

    /// <summary>The fields in declared order.</summary>
    public IReadOnlyList<Field> Fields { get; init => field = EquatableArray.Of(value); } = EquatableArray.Of(Fields);

    /// <summary>The relationships to one object of another model, in declared order.</summary>
    public IReadOnlyList<BelongsTo> BelongsTo
    {
        get;
        init => (field, _linksByName, _linksByModel) = (EquatableArray.Of(value), default, default);
    } = EquatableArray.Of(BelongsTo);

    /// <summary>The relationships to the objects of another model, in declared order.</summary>
    public IReadOnlyList<HasMany> HasMany { get; init => field = EquatableArray.Of(value); } = EquatableArray.Of(HasMany);

    /// <summary>The database indexes.</summary>
    public IReadOnlyList<ModelIndex> Indexes { get; init => field = EquatableArray.Of(value); } = EquatableArray.Of(Indexes);

    /// <summary>The webhooks.</summary>
    public IReadOnlyList<Webhook> Webhooks { get; init => field = EquatableArray.Of(value); } = EquatableArray.Of(Webhooks);

    /// <summary>The push messages.</summary>
    public IReadOnlyList<NotifyUser> NotifyUsers { get; init => field = EquatableArray.Of(value); } = EquatableArray.Of(NotifyUsers);

    /// <summary>The only belongs-to of a name; <see langword="null"/> if there is none or more than one.</summary>
    internal BelongsTo? OnlyLinkNamed(string name)
    {
        if (BelongsTo.Count <= Few) return Only(name, static (link, name) => link.Name == name);
        if (_linksByName.Value is null) _linksByName = new(new OnlyByKey<BelongsTo>(BelongsTo, static link => link.Name));
        return _linksByName.Value!.Find(name);
    }

    /// <summary>The only belongs-to that leads to a model; <see langword="null"/> if there is none or more than one.</summary>
    internal BelongsTo? OnlyLinkTo(string model)
    {
        if (BelongsTo.Count <= Few) return Only(model, static (link, model) => link.Model == model);
        if (_linksByModel.Value is null) _linksByModel = new(new OnlyByKey<BelongsTo>(BelongsTo, static link => link.Model));
        return _linksByModel.Value!.Find(model);
    }

    private BelongsTo? Only(string value, Func<BelongsTo, string, bool> fits)
    {
        BelongsTo? found = null;
        foreach (BelongsTo link in BelongsTo.AsSpan())
        {
            if (!fits(link, value)) continue;
            if (found is not null) return null;
            found = link;
        }

        return found;
    }
}
