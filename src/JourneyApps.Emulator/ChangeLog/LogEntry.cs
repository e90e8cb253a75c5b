using JourneyApps.Emulator.Storage;
using JourneyApps.Schema;

namespace JourneyApps.Emulator.ChangeLog;

/// <summary>An entry of the change log.</summary>
/// <param name="Sequence">Its place: strictly increasing, with gaps.</param>
/// <param name="Operation">What happened.</param>
/// <param name="Model">The model's name.</param>
/// <param name="Row">The object after it; of a deleted one the id and the time only.</param>
internal sealed record LogEntry(long Sequence, LogOperation Operation, string Model, StoredRow Row);
