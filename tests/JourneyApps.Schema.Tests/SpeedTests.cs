using System.Diagnostics;

namespace JourneyApps.Schema.Tests;

/// <summary>Times are printed, never asserted; allocations and linearity in size are properties of the code, and are.</summary>
public sealed class SpeedTests(ITestOutputHelper output)
{
    [Fact]
    public void A_thousand_models_allocate_at_most_4_MiB()
    {
        string text = LargeSchema.Of(1000);
        for (int i = 0; i < 5; i++) Assert.Empty(SchemaParser.Parse(text).Diagnostics);

        long before = GC.GetAllocatedBytesForCurrentThread();
        long started = Stopwatch.GetTimestamp();
        ParsedSchema parsed = SchemaParser.Parse(text);
        double milliseconds = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        double mebibytes = (GC.GetAllocatedBytesForCurrentThread() - before) / 1048576.0;

        output.WriteLine($"{text.Length} characters, {parsed.DataModel.Models.Count} models: {milliseconds:F1} ms, {mebibytes:F2} MiB");
        Assert.InRange(text.Length, 900_000, 1_400_000);
        Assert.InRange(mebibytes, 0, 4);
    }
}
