using JourneyApps.Emulator.Models;

namespace JourneyApps.Emulator.Querying;

/// <summary>Where the value of an attribute comes from.</summary>
internal enum QueryAttributeSource
{
    Id,
    UpdatedAt,
    Member,
}
