using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace JourneyApps.Http;

/// <summary>The names of the library's telemetry: an <see cref="ActivitySource"/> and a <see cref="Meter"/>. Tags contain the names of
/// models and operations, and statuses. They never contain values, ids or URLs.</summary>
public static class JourneyTelemetry
{
    /// <summary>The name of both the activity source and the meter.</summary>
    public const string SourceName = "JourneyApps";

    private static readonly ActivitySource Activities = new(SourceName);
    private static readonly Meter Measures = new(SourceName);

    private static readonly Histogram<double> Duration = Measures.CreateHistogram<double>(
        "journeyapps.request.duration", "s", "Duration of a call of the API, including all attempts");

    private static readonly Counter<long> Retries = Measures.CreateCounter<long>(
        "journeyapps.request.retries", "{attempt}", "Attempts after the first");

    private static readonly Counter<long> Throttles = Measures.CreateCounter<long>(
        "journeyapps.throttled", "{answer}", "Answers that said 429");

    private static readonly Histogram<double> Lag = Measures.CreateHistogram<double>(
        "journeyapps.oplog.lag", "s", "Age of the newest entry of an oplog page when the page is returned");

    internal static Activity? Start(string name, string operation, string? model)
    {
        Activity? activity = Activities.StartActivity(name, ActivityKind.Client);
        activity?.SetTag("journeyapps.operation", operation);
        if (model is not null) activity?.SetTag("journeyapps.model", model);
        return activity;
    }

    internal static void Failed(Activity? activity, JourneyApiException fault)
    {
        if (activity is null) return;
        activity.SetStatus(ActivityStatusCode.Error, fault.ShortName);
        activity.SetTag("error.type", fault.Type ?? fault.ShortName);
        if (fault.StatusCode is { } status) activity.SetTag("http.response.status_code", (int)status);
    }

    internal static void Done(string operation, string? model, TimeSpan elapsed, int attempts)
    {
        if (!Duration.Enabled && !Retries.Enabled) return;
        var operationTag = new KeyValuePair<string, object?>("journeyapps.operation", operation);
        var modelTag = new KeyValuePair<string, object?>("journeyapps.model", model);
        Duration.Record(elapsed.TotalSeconds, operationTag, modelTag);
        if (attempts > 1) Retries.Add(attempts - 1, operationTag, modelTag);
    }

    internal static void Throttled() => Throttles.Add(1);

    internal static void OplogLag(TimeSpan lag) => Lag.Record(Math.Max(0, lag.TotalSeconds));
}
