using System.Globalization;
using JourneyApps.Mirroring;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace JourneyApps.Extensions.DependencyInjection;

/// <summary>Says from the database how old the hosted copies are and what a person has to do about them. Sends no requests to the
/// deployment.</summary>
internal sealed class DatabaseMirrorHealthCheck(IEnumerable<DatabaseMirrorService> mirrors, TimeSpan maxLag, TimeProvider time)
    : IHealthCheck, IDisposable
{
    public static readonly TimeSpan DefaultMaxLag = TimeSpan.FromMinutes(5);

    // The status reads from all tables: probes must not keep a large database busy.
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(10);
    private const int KeptForTimesDuration = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private HealthCheckResult _result;
    private long _readAt;
    private TimeSpan _keptFor;
    private bool _hasResult;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await _oneAtATime.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_hasResult && time.GetElapsedTime(_readAt) < _keptFor) return _result;
            long began = time.GetTimestamp();
            _result = await ReadAsync(context.Registration.FailureStatus, cancellationToken).ConfigureAwait(false);
            _readAt = time.GetTimestamp();
            TimeSpan took = time.GetElapsedTime(began, _readAt) * KeptForTimesDuration;
            _keptFor = took > KeptFor ? took : KeptFor;
            _hasResult = true;
            return _result;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();

    private async Task<HealthCheckResult> ReadAsync(HealthStatus failure, CancellationToken cancellationToken)
    {
        DatabaseMirrorService[] hosted = [.. mirrors];
        if (hosted.Length == 0) return new HealthCheckResult(failure, "No copy in a database is hosted for this client.");
        Dictionary<string, object> data = new(StringComparer.Ordinal);
        List<string> lines = [];
        HealthStatus status = HealthStatus.Healthy;
        for (int i = 0; i < hosted.Length; i++)
        {
            string prefix = hosted.Length == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"{i + 1}.");
            HealthStatus own = await ReadAsync(hosted[i], prefix, failure, lines, data, cancellationToken).ConfigureAwait(false);
            if (own < status) status = own;
        }

        Exception? exception = hosted.Select(static mirror => mirror.LastFailure).FirstOrDefault(static fault => fault is not null);
        return new HealthCheckResult(status, string.Join(" ", lines), exception, data);
    }

    private async Task<HealthStatus> ReadAsync(
        DatabaseMirrorService service, string prefix, HealthStatus failure, List<string> lines, Dictionary<string, object> data,
        CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        DatabaseMirrorStatus found;
        try
        {
            found = await service.Mirror.GetStatusAsync(linked.Token).ConfigureAwait(false);
        }
        catch (DatabaseMirrorException fault)
        {
            lines.Add(fault.Message);
            return failure;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            lines.Add("The database did not respond within 30 s.");
            return failure;
        }

        foreach (ModelCopyStatus model in found.Models) data[$"{prefix}phase.{model.Model}"] = model.Phase?.ToString() ?? "Retired";
        data[$"{prefix}problems"] = found.Models.Sum(static model => model.Problems);
        data[$"{prefix}decisions"] = found.Decisions.Count;
        if (found.Lag is { } lag) data[$"{prefix}lag"] = Math.Round(Math.Max(0, lag.TotalSeconds), 1);
        if (found.HasOwner) data[$"{prefix}owner"] = found.Owner!;
        lines.Add(found.Lag is { } behind
            ? string.Create(CultureInfo.InvariantCulture, $"The copy is {Math.Max(0, behind.TotalSeconds):0} s old.")
            : "The copy is not complete yet.");
        bool hasEnded = service.ExecuteTask is { IsCompleted: true };
        if (hasEnded) lines.Add("The mirror ended.");
        if (service.LastFailure is { } last) lines.Add($"Last failure: {last.Message}");
        if (service.WaitsFor is { } waitsFor) lines.Add(waitsFor);
        if (!found.HasOwner) lines.Add("No worker writes to the copy.");
        lines.AddRange(found.Decisions.Select(static decision => decision.Message));
        if (hasEnded || found.Lag > maxLag) return failure;
        return found.Lag is null || !found.HasOwner || service.LastFailure is not null || found.Decisions.Count > 0
            ? HealthStatus.Degraded
            : HealthStatus.Healthy;
    }
}
