using System.Globalization;
using JourneyApps.Mirroring;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace JourneyApps.Extensions.DependencyInjection;

/// <summary>Says how old the copies of hosted mirrors are. Sends no requests.</summary>
internal sealed class MirrorHealthCheck(IEnumerable<MirrorService> mirrors, TimeSpan maxLag) : IHealthCheck
{
    public static readonly TimeSpan DefaultMaxLag = TimeSpan.FromMinutes(5);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        MirrorService[] hosted = [.. mirrors];
        Dictionary<string, object> data = new(StringComparer.Ordinal);
        List<string> lines = [];
        HealthStatus status = hosted.Length == 0 ? context.Registration.FailureStatus : HealthStatus.Healthy;
        if (hosted.Length == 0) lines.Add("No mirror is hosted for this client.");
        for (int i = 0; i < hosted.Length; i++)
        {
            string prefix = hosted.Length == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"{i + 1}.");
            lines.Add(Describe(hosted[i], prefix, data));
            HealthStatus own = StatusOf(hosted[i], context.Registration.FailureStatus);
            if (own < status) status = own;
        }

        Exception? exception = hosted.Select(static mirror => mirror.LastFailure).FirstOrDefault(static fault => fault is not null);
        return Task.FromResult(new HealthCheckResult(status, string.Join(" ", lines), exception, data));
    }

    private static string Describe(MirrorService mirror, string prefix, Dictionary<string, object> data)
    {
        foreach ((string model, MirrorPhase phase) in mirror.Phases) data[$"{prefix}phase.{model}"] = phase.ToString();
        if (mirror.Lag is { } lag) data[$"{prefix}lag"] = Math.Round(lag.TotalSeconds, 1);
        if (mirror.LastFailure is { } failure) data[$"{prefix}failure"] = $"{failure.GetType().Name}: {failure.Message}";
        string age = mirror.Lag is { } known
            ? string.Create(CultureInfo.InvariantCulture, $"The copy is {known.TotalSeconds:0} s old.")
            : "The copy is not complete yet.";
        string state = mirror.ExecuteTask is { IsCompleted: true } ? " The mirror ended." : "";
        return mirror.LastFailure is { } last ? $"{age}{state} Last failure: {last.Message}" : age + state;
    }

    private HealthStatus StatusOf(MirrorService mirror, HealthStatus failure)
        => mirror.ExecuteTask is { IsCompleted: true } || mirror.Lag > maxLag ? failure
            : mirror.Lag is null ? HealthStatus.Degraded
            : HealthStatus.Healthy;
}
