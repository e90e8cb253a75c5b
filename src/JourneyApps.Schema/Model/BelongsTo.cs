namespace JourneyApps.Schema;

/// <summary>A link from this model to one object of another: the side that holds the id.</summary>
/// <param name="Name">The relationship's name; the id is stored under this name and <c>_id</c>.</param>
/// <param name="Model">The name of the model that it points to, as declared; it may be undefined in a faulty schema.</param>
public sealed record BelongsTo(string Name, string Model);
