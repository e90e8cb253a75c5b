namespace JourneyApps.Runtime.Tests.Faults;

/// <summary>Ends an import somewhere in the middle: a little after a number of requests, so that it hits one under way.</summary>
internal sealed class Killer(CancellationTokenSource kill, int afterRequests, TimeSpan delay) : IProgress<BatchProgress>
{
    public void Report(BatchProgress value)
    {
        if (value.Requests == afterRequests) kill.CancelAfter(delay);
    }
}
