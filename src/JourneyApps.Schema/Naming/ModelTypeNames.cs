namespace JourneyApps.Schema.Naming;

/// <summary>The names of the types of one model.</summary>
internal sealed record ModelTypeNames(
    string Model, string Class, string Fields, string Set, string SetProperty, EquatableArray<(string Field, string Name)> Enums)
{
    /// <summary>The enum of a field; <see langword="null"/> if the field is not a choice.</summary>
    public string? EnumOf(string field)
    {
        foreach ((string choice, string name) in Enums)
        {
            if (choice == field) return name;
        }

        return null;
    }
}
