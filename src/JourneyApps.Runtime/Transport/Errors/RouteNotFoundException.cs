namespace JourneyApps;

/// <summary>
/// The server does not know this call or this model (404 <c>ROUTE_ERROR</c>, or a 404 without any type, as a wrong base address gives).
/// </summary>
public sealed class RouteNotFoundException : JourneyApiException
{
    /// <summary>An exception without a message of its own.</summary>
    public RouteNotFoundException()
    {
    }

    /// <summary>An exception with a message.</summary>
    /// <param name="message">What went wrong and what to do; without secrets.</param>
    public RouteNotFoundException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message and its cause.</summary>
    /// <param name="message">What went wrong and what to do; without secrets.</param>
    /// <param name="innerException">The cause; null when there is none.</param>
    public RouteNotFoundException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
