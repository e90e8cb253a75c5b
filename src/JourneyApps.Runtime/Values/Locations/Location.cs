using System.Text.Json.Serialization;
using JourneyApps.Internal.Values.Locations;

namespace JourneyApps;

/// <summary>The value of a location field. It is immutable; to change a location, assign a new one.</summary>
/// <param name="Latitude">Degrees north of the equator, WGS 84; negative is south.</param>
/// <param name="Longitude">Degrees east of Greenwich, WGS 84; negative is west.</param>
/// <param name="Altitude">Metres above sea level, or null if unknown.</param>
/// <param name="HorizontalAccuracy">Metres, or null if unknown.</param>
/// <param name="VerticalAccuracy">Metres, or null if unknown.</param>
/// <param name="Timestamp">When the position was determined; null to use the time at which the server stores it. Written in UTC with a
/// precision of whole seconds.</param>
/// <example><code>
/// site.Position = new Location(-33.9131, 18.8823);
/// </code></example>
[JsonConverter(typeof(ValueConverterFactory))]
public sealed record Location(
    double Latitude,
    double Longitude,
    double? Altitude = null,
    double? HorizontalAccuracy = null,
    double? VerticalAccuracy = null,
    DateTimeOffset? Timestamp = null) : IConverterSource
{
    // A page can contain thousands of locations: NaN and 0 represent null, which saves 40 of 104 bytes each.
    private readonly double _altitude = Altitude ?? double.NaN;
    private readonly double _horizontalAccuracy = HorizontalAccuracy ?? double.NaN;
    private readonly double _verticalAccuracy = VerticalAccuracy ?? double.NaN;
    private readonly long _timestampTicks = Timestamp?.UtcTicks ?? 0;

    /// <summary>Metres above sea level, or null if unknown.</summary>
    public double? Altitude { get => Optional(_altitude); init => _altitude = value ?? double.NaN; }

    /// <summary>The radius around the position in metres, or null if unknown.</summary>
    public double? HorizontalAccuracy { get => Optional(_horizontalAccuracy); init => _horizontalAccuracy = value ?? double.NaN; }

    /// <summary>The range around the altitude in metres, or null if unknown.</summary>
    public double? VerticalAccuracy { get => Optional(_verticalAccuracy); init => _verticalAccuracy = value ?? double.NaN; }

    /// <summary>When the position was determined, in UTC, or null if unknown.</summary>
    public DateTimeOffset? Timestamp
    {
        get => _timestampTicks == 0 ? null : new DateTimeOffset(_timestampTicks, TimeSpan.Zero);
        init => _timestampTicks = value?.UtcTicks ?? 0;
    }

    JsonConverter IConverterSource.CreateConverter() => new LocationConverter();

    private static double? Optional(double value) => double.IsNaN(value) ? null : value;
}
