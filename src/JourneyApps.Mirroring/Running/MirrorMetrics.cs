using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace JourneyApps.Mirroring.Running;

/// <summary>Metrics of a mirror: models and counts, never values.</summary>
internal sealed class MirrorMetrics
{
    public const string Name = "JourneyApps.Mirroring";

    private static readonly ActivitySource Activities = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Rows = Meter.CreateCounter<long>(
        "journeyapps.mirror.rows", "{row}", "Rows that were written or deleted.");
    private static readonly Counter<long> Objects = Meter.CreateCounter<long>(
        "journeyapps.mirror.objects", "{object}", "Changes that were received, those included that changed no row.");
    private static readonly Counter<long> Pages = Meter.CreateCounter<long>("journeyapps.mirror.pages", "{page}", "Stored steps.");
    private static readonly Histogram<double> StepTime = Meter.CreateHistogram<double>(
        "journeyapps.mirror.step.duration", "s", "The time of the transaction of a step.");
    private static readonly LastValues Lags = new(Meter, "journeyapps.mirror.lag", "s", "The lag of the copy behind the deployment.");
    private static readonly LastValues ProblemCounts = new(Meter, "journeyapps.mirror.problems", "{value}", "Values that do not fit.");

    private static readonly LastValues FileCounts = new(Meter, "journeyapps.mirror.files", "{file}", "Files that wait for their download.");

    private readonly KeyValuePair<string, object?> _place;

    public MirrorMetrics(string place) => _place = new KeyValuePair<string, object?>("journeyapps.mirror.database", place);

    public void Stored(MirrorStep step, long rows, TimeSpan time)
    {
        var model = new KeyValuePair<string, object?>("journeyapps.model", step.LoadedModel ?? "oplog");
        Rows.Add(rows, model, _place);
        Objects.Add(step.Changes.Count, model, _place);
        Pages.Add(1, model, _place);
        StepTime.Record(time.TotalSeconds, model, _place);
        using Activity? activity = Activities.StartActivity(
            "journeyapps.mirror.step", ActivityKind.Client, default(ActivityContext), [model, _place],
            startTime: DateTimeOffset.UtcNow - time);
        activity?.SetTag("journeyapps.mirror.rows", rows);
    }

    public void Measured(TimeSpan? lag, long problems, long files)
    {
        if (lag is { } behind) Lags.Set(_place, behind.TotalSeconds);
        else Lags.Remove(_place);
        ProblemCounts.Set(_place, problems);
        FileCounts.Set(_place, files);
    }

    /// <summary>Removes the gauges: what a mirror measured that no longer writes would be shown for ever.</summary>
    public void Ended()
    {
        Lags.Remove(_place);
        ProblemCounts.Remove(_place);
        FileCounts.Remove(_place);
    }
}
