namespace JourneyApps.Mirroring.Dialects;

/// <summary>An object that was deleted.</summary>
/// <param name="Id">The object's id.</param>
/// <param name="Sequence">The sequence of the change in the oplog, or of the load that did not find the object; null if the oplog was
/// empty.</param>
/// <param name="At">The time of the deletion, in UTC.</param>
public sealed record CopyDeletion(string Id, long? Sequence, DateTimeOffset At);
