namespace JourneyApps;

/// <summary>The caller canceled a batch. <see cref="Report"/> states what was applied, what was not applied, and what is unknown.</summary>
public sealed class BatchCanceledException : JourneyCanceledException
{
    /// <summary>Creates an exception without a report.</summary>
    public BatchCanceledException() { }

    /// <summary>Creates an exception with a message.</summary>
    /// <param name="message">The call that was canceled.</param>
    public BatchCanceledException(string message) : base(message) { }

    /// <summary>Creates an exception with a message and a cause.</summary>
    /// <param name="message">The call that was canceled.</param>
    /// <param name="innerException">The cause; null if there is none.</param>
    public BatchCanceledException(string message, Exception? innerException) : base(message, innerException) { }

    /// <summary>Creates an exception with a report.</summary>
    /// <param name="report">The results of the batch.</param>
    /// <param name="token">The caller's token.</param>
    public BatchCanceledException(BatchReport report, CancellationToken token)
        : base($"A batch was cancelled. {report}.", null, token)
    {
        ArgumentNullException.ThrowIfNull(report);
        Report = report;
        Outcome = report.Total == report[BatchStatus.NotAttempted] ? WriteOutcome.NotApplied : WriteOutcome.Unknown;
    }

    /// <summary>The results of the batch.</summary>
    public BatchReport Report { get; } = new();
}
