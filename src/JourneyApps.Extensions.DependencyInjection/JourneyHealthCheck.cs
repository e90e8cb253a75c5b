using JourneyApps.Deployments;
using JourneyApps.Schema;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace JourneyApps.Extensions.DependencyInjection;

/// <summary>
/// Checks that a deployment responds and its data model fits the generated code. Requests <c>datamodel.json</c> with the entity tag of the
/// last response, so an unchanged one has no body; a result is kept for 30 s, so that probes do not use up the deployment's requests.
/// </summary>
internal sealed class JourneyHealthCheck(JourneyClient client, TimeProvider time) : IHealthCheck, IDisposable
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private DataModelDocument? _document;
    private HealthCheckResult _result;
    private long _checkedAt;
    private bool _hasResult;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await _oneAtATime.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_hasResult && time.GetElapsedTime(_checkedAt) < KeptFor) return _result;
            _result = await AskAsync(context.Registration.FailureStatus, cancellationToken).ConfigureAwait(false);
            _checkedAt = time.GetTimestamp();
            _hasResult = true;
            return _result;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();

    private async Task<HealthCheckResult> AskAsync(HealthStatus failure, CancellationToken cancellationToken)
    {
        // A probe needs a result soon; the client would retry for minutes.
        using var patience = new CancellationTokenSource(Patience, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            _document = await client.Deployment.GetDataModelJsonAsync(_document?.EntityTag, linked.Token).ConfigureAwait(false)
                ?? _document;
            string[] breaking = _document is null
                ? []
                : [.. client.Deployment.CompareWith(_document.DataModel).Where(static change => change.BreaksGeneratedCode).Select(Text)];
            return breaking.Length == 0
                ? HealthCheckResult.Healthy("The deployment responds, and its data model fits the generated code.")
                : HealthCheckResult.Degraded($"The deployed data model no longer fits the generated code: {string.Join("; ", breaking)}");
        }
        catch (JourneyApiException fault)
        {
            return new HealthCheckResult(failure, fault.Message, fault);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new HealthCheckResult(failure, "The deployment did not respond within 10 s.");
        }
    }

    private static string Text(DataModelChange change) => change.ToString();
}
