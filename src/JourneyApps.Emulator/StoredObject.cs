namespace JourneyApps.Emulator;

/// <summary>An object as the emulator stores it, for assertions.</summary>
/// <param name="Model">The model's name.</param>
/// <param name="Id">The id.</param>
/// <param name="UpdatedAt">The time of its last write, in whole seconds of UTC.</param>
/// <param name="Json">The values by schema name: bare keys for choices, <c>{name}_id</c> for links and attachments; no null values.</param>
public sealed record StoredObject(string Model, string Id, DateTimeOffset UpdatedAt, string Json);
