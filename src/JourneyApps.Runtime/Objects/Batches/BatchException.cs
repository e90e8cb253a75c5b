namespace JourneyApps;

/// <summary>Operations of a batch were not done. <see cref="Report"/> contains them, and you can send them again.</summary>
public sealed class BatchException : JourneyApiException
{
    /// <summary>Creates an exception without a report.</summary>
    public BatchException() : this(new BatchReport()) { }

    /// <summary>Creates an exception with a message.</summary>
    /// <param name="message">A description of the failure.</param>
    public BatchException(string message)
        : base(message) => Report = new BatchReport();

    /// <summary>Creates an exception with a message and a cause.</summary>
    /// <param name="message">A description of the failure.</param>
    /// <param name="innerException">The cause; null if there is none.</param>
    public BatchException(string message, Exception? innerException)
        : base(message, innerException) => Report = new BatchReport();

    /// <summary>Creates an exception with a report.</summary>
    /// <param name="report">The results of the batch.</param>
    public BatchException(BatchReport report)
        : base($"A batch was not completed. {report}.{(report?.NotDone is [var first, ..] ? $" First not done: {first}." : "")}")
        => Report = report!;

    /// <summary>The results of the batch.</summary>
    public BatchReport Report { get; }
}
