using System.Text.Json.Serialization;
using JourneyApps.Plumbing;

namespace JourneyApps;

/// <summary>The value of a location field. Immutable: a location is stored and replaced as a whole.</summary>
/// <param name="Latitude">Degrees north of the equator, WGS 84; negative is south.</param>
/// <param name="Longitude">Degrees east of Greenwich, WGS 84; negative is west.</param>
/// <param name="Altitude">Metres above sea level, or null when not known.</param>
/// <param name="HorizontalAccuracy">Metres, or null when not known.</param>
/// <param name="VerticalAccuracy">Metres, or null when not known.</param>
/// <param name="Timestamp">When the position was taken; null lets the server put its own time. Written in UTC and whole seconds.</param>
/// <example><code>
/// site.Position = new Location(-33.9131, 18.8823);
/// </code></example>
[JsonConverter(typeof(LocationConverter))]
public sealed record Location(
    double Latitude,
    double Longitude,
    double? Altitude = null,
    double? HorizontalAccuracy = null,
    double? VerticalAccuracy = null,
    DateTimeOffset? Timestamp = null);
