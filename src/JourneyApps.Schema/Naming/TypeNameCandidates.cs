namespace JourneyApps.Schema.Naming;

/// <summary>The candidates for the names of one model's types.</summary>
/// <param name="model">The model.</param>
/// <param name="choiceFields">Its choice fields.</param>
/// <param name="overrides">The name overrides for the model.</param>
/// <param name="hasRow">Whether it also has a record for its rows in a copy.</param>
internal sealed class TypeNameCandidates(string model, EquatableArray<string> choiceFields, NameOverrides overrides, bool hasRow)
{
    private readonly List<(string Field, NameCandidate Name)> _enums = new(choiceFields.Count);

    public string Model { get; } = model;

    public NameCandidate Class { get; } = new(Identifier.FromSchemaName(model), model, "Model", chosen: overrides.Class);

    public NameCandidate Fields { get; private set; } = null!;

    public NameCandidate Set { get; private set; } = null!;

    public NameCandidate SetProperty { get; private set; } = null!;

    /// <summary>Has the last rank, so that it never changes the name of another type.</summary>
    public NameCandidate? Row { get; private set; }

    public IReadOnlyList<(string Field, NameCandidate Name)> Enums => _enums;

    /// <summary>The types other than the class, in one scope with those of the other models.</summary>
    public IEnumerable<NameCandidate> DerivedTypes
        => [Fields, Set, .. _enums.Select(static choice => choice.Name), .. Row is null ? [] : (NameCandidate[])[Row]];

    /// <summary>Derives the other candidates from the class name, once it is assigned.</summary>
    public void DeriveFromClass(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        string name = Class.Name;
        Fields = new NameCandidate(name + "Fields", Model, "Tokens");
        Set = new NameCandidate(name + "Set", Model, "Objects", rank: 1);
        if (hasRow) Row = new NameCandidate(name + "Row", Model, "Record", rank: 3);
        SetProperty = new NameCandidate(Plural.Of(name), Model, "Set", chosen: overrides.Set);
        foreach (string field in choiceFields)
        {
            cancellation.ThrowIfCancellationRequested();
            string property = overrides.Member(field) ?? Identifier.FromSchemaName(field);
            _enums.Add((field, new NameCandidate(name + property, field, "Choice", rank: 2, owner: Model)));
        }
    }

    /// <summary>The assigned names.</summary>
    public ModelTypeNames ToNames() => new(
        Model, Class.Name, Fields.Name, Set.Name, SetProperty.Name,
        _enums.Select(static choice => (choice.Field, choice.Name.Name)).ToEquatableArray())
    {
        Row = Row?.Name,
    };
}
