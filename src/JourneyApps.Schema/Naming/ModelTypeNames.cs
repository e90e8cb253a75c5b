namespace JourneyApps.Schema.Naming;

/// <summary>The names of the types of one model.</summary>
/// <param name="Model">The model's name in the schema.</param>
/// <param name="Class">The model's class.</param>
/// <param name="Fields">The struct of its field tokens.</param>
/// <param name="Set">The class of its set.</param>
/// <param name="SetProperty">The client's property for the set.</param>
/// <param name="Enums">The enum of each choice field.</param>
internal sealed record ModelTypeNames(
    string Model, string Class, string Fields, string Set, string SetProperty, EquatableArray<(string Field, string Name)> Enums)
{
    /// <summary>The enum of a field; <see langword="null"/> if the field is not a choice.</summary>
    /// <param name="field">The field's name in the schema.</param>
    public string? EnumOf(string field)
    {
        foreach ((string choice, string name) in Enums)
        {
            if (choice == field) return name;
        }

        return null;
    }
}
