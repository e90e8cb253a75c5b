using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace JourneyApps.Mirroring.Tests;

public class MetricTests
{
    [Fact]
    public async Task A_mirror_that_no_longer_writes_has_no_gauges()
    {
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync();
        using var stop = new CancellationTokenSource();
        Task run = copy.Mirror(options => options with { Lease = TimeSpan.FromSeconds(1) }).RunAsync(stop.Token);
        await KillTests.WaitUntilAsync(() => Gauges(copy.File).ContainsKey("journeyapps.mirror.lag"));
        Assert.Equal(0, Gauges(copy.File)["journeyapps.mirror.problems"]);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);

        Assert.Empty(Gauges(copy.File));
    }

    // The gauges of the copy; the tests of other classes have their own.
    private static ConcurrentDictionary<string, double> Gauges(string place)
    {
        ConcurrentDictionary<string, double> gauges = [];
        using MeterListener listener = new()
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Meter.Name == DatabaseMirror.TelemetryName && instrument.IsObservable) listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) =>
        {
            foreach (KeyValuePair<string, object?> tag in tags)
            {
                if (tag.Key == "journeyapps.mirror.database" && place.Equals(tag.Value)) gauges[instrument.Name] = value;
            }
        });
        listener.Start();
        listener.RecordObservableInstruments();
        return gauges;
    }
}
