namespace JourneyApps.Schema;

/// <summary>The other side of a <see cref="BelongsTo"/>: the objects of another model that point to this one. Never part of JSON.</summary>
/// <param name="Name">The relationship's name.</param>
/// <param name="Model">The name of the model whose objects point here, as declared.</param>
/// <param name="InverseOf">
/// The belongs-to of that model, as declared; <see langword="null"/> when the schema leaves it to be found.
/// <see cref="DataModel.FindInverse(Model, HasMany)"/> resolves it.
/// </param>
public sealed record HasMany(string Name, string Model, string? InverseOf);
