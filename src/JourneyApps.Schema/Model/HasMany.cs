namespace JourneyApps.Schema;

/// <summary>The other side of a <see cref="BelongsTo"/>: the objects of another model that belong to this one. Not part of an object's
/// JSON.</summary>
/// <param name="Name">The relationship's name.</param>
/// <param name="Model">The name of the model with the belongs-to, as declared.</param>
/// <param name="InverseOf">The belongs-to of that model, as declared; <see langword="null"/> if the schema does not name it.
/// <see cref="DataModel.FindInverse(Model, HasMany)"/> resolves it.</param>
public sealed record HasMany(string Name, string Model, string? InverseOf);
