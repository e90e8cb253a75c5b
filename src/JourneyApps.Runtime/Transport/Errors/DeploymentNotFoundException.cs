namespace JourneyApps;

/// <summary>The deployment id in the base address does not exist (404 <c>ACCOUNT_NOT_FOUND</c>).</summary>
public sealed class DeploymentNotFoundException : JourneyApiException
{
    /// <summary>An exception without a message of its own.</summary>
    public DeploymentNotFoundException()
    {
    }

    /// <summary>An exception with a message.</summary>
    /// <param name="message">What went wrong and what to do; without secrets.</param>
    public DeploymentNotFoundException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message and its cause.</summary>
    /// <param name="message">What went wrong and what to do; without secrets.</param>
    /// <param name="innerException">The cause; null when there is none.</param>
    public DeploymentNotFoundException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
