namespace JourneyApps.Schema;

/// <summary>A relationship to one object of another model. The model that declares it stores the id.</summary>
/// <param name="Name">The relationship's name; the id is stored under this name and <c>_id</c>.</param>
/// <param name="Model">The name of the other model, as declared; in a faulty schema the model may be undefined.</param>
public sealed record BelongsTo(string Name, string Model);
