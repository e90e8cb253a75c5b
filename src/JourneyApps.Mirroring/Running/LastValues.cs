using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace JourneyApps.Mirroring.Running;

/// <summary>A gauge that shows the last value of each database.</summary>
internal sealed class LastValues
{
    private readonly ConcurrentDictionary<string, Measurement<double>> _values = new(StringComparer.Ordinal);

    public LastValues(Meter meter, string name, string unit, string description)
        => meter.CreateObservableGauge(name, () => _values.Values, unit, description);

    public void Remove(KeyValuePair<string, object?> place) => _values.TryRemove($"{place.Value}", out _);

    public void Set(KeyValuePair<string, object?> place, double value)
        => _values[$"{place.Value}"] = new Measurement<double>(value, place);
}
