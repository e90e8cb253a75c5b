
namespace JourneyApps.Internal.Serialization.Models;

/// <summary>Members that objects of every model have.</summary>
internal enum Metadata
{
    None,
    Id,
    Type,
    UpdatedAt,
    Display,
    Changed,
    Unknown,
}
