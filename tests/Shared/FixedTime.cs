using System.Globalization;

namespace JourneyApps;

/// <summary>A clock that shows one moment: that of an example. Its timers run as always.</summary>
internal sealed class FixedTime(string moment) : TimeProvider
{
    private readonly DateTimeOffset _now = DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture);

    public override DateTimeOffset GetUtcNow() => _now;
}
