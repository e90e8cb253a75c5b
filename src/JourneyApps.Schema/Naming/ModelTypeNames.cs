namespace JourneyApps.Schema.Naming;

/// <summary>The names of the types of one model.</summary>
internal sealed record ModelTypeNames(
    string Model, string Class, string Fields, string Set, string SetProperty, EquatableArray<(string Field, string Name)> Enums)
{
    /// <summary>The record of a row in a copy; <see langword="null"/> if rows are not generated.</summary>
    public string? Row { get; init; }

    /// <summary>The enum of the next field that is a choice; <see langword="null"/> if the field is not a choice.</summary>
    /// <param name="field">The field; the fields are asked for in the order of the model.</param>
    /// <param name="choices">The number of choices before the field; counts on.</param>
    public string? EnumOf(string field, ref int choices)
        => choices < Enums.Count && Enums[choices].Field == field ? Enums[choices++].Name : null;
}
