namespace JourneyApps.Schema.Naming;

/// <summary>A has-many and the model it leads to.</summary>
/// <param name="Name">The relationship's name.</param>
/// <param name="Model">The schema name of the other model.</param>
/// <param name="Inverse">The belongs-to of the other model that points back; <see langword="null"/> if there is none, so that the has-many
/// cannot be queried.</param>
/// <param name="Class">The class of the other model.</param>
/// <param name="Fields">The token struct of the other model.</param>
/// <param name="Row">The row record of the other model; <see langword="null"/> if rows are not generated.</param>
/// <param name="RowLink">The property of that record that points back; <see langword="null"/> if there is none.</param>
internal sealed record HasManyTarget(
    string Name, string Model, string? Inverse, string Class, string Fields, string? Row, string? RowLink);
