namespace JourneyApps.Emulator.Storage;

/// <summary>An object as it is stored.</summary>
/// <param name="Id">The id.</param>
/// <param name="UpdatedAt">The time of its last write in seconds of Unix time.</param>
/// <param name="Json">The values: bare keys for choices, ids for links and attachments, no member without a value.</param>
internal sealed record StoredRow(string Id, long UpdatedAt, string Json);
