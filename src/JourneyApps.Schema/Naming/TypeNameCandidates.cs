namespace JourneyApps.Schema.Naming;

/// <summary>The candidates for the names of one model's types.</summary>
internal sealed class TypeNameCandidates(string model, EquatableArray<string> choiceFields, NameOverrides overrides)
{
    private readonly List<(string Field, NameCandidate Name)> _enums = new(choiceFields.Count);

    public string Model { get; } = model;

    public NameCandidate Class { get; } = new(Identifier.FromSchemaName(model), model, "Model", chosen: overrides.Model(model));

    public NameCandidate Fields { get; private set; } = null!;

    public NameCandidate Set { get; private set; } = null!;

    public NameCandidate SetProperty { get; private set; } = null!;

    public IReadOnlyList<(string Field, NameCandidate Name)> Enums => _enums;

    /// <summary>The types other than the class, in one scope with those of the other models.</summary>
    public IEnumerable<NameCandidate> DerivedTypes => [Fields, Set, .. _enums.Select(static choice => choice.Name)];

    /// <summary>Derives the other candidates from the class name, once it is assigned.</summary>
    public void DeriveFromClass()
    {
        string name = Class.Name;
        Fields = new NameCandidate(name + "Fields", Model, "Tokens");
        Set = new NameCandidate(name + "Set", Model, "Objects", rank: 1);
        SetProperty = new NameCandidate(Plural.Of(name), Model, "Set", chosen: overrides.Set(Model));
        foreach (string field in choiceFields)
        {
            string property = overrides.Member(Model, field) ?? Identifier.FromSchemaName(field);
            _enums.Add((field, new NameCandidate(name + property, Model + "." + field, "Choice", rank: 2)));
        }
    }

    /// <summary>The assigned names.</summary>
    public ModelTypeNames ToNames() => new(
        Model, Class.Name, Fields.Name, Set.Name, SetProperty.Name,
        _enums.Select(static choice => (choice.Field, choice.Name.Name)).ToEquatableArray());
}
