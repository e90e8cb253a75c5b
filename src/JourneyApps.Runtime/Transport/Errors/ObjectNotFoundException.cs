using JourneyApps.Internal.Transport.Errors;

namespace JourneyApps;

/// <summary>No object has this id (404 <c>OBJECT_NOT_FOUND</c>).</summary>
public sealed class ObjectNotFoundException : JourneyApiException
{
    /// <summary>An exception without a message of its own.</summary>
    public ObjectNotFoundException()
    {
    }

    /// <summary>An exception with a message.</summary>
    /// <param name="message">What went wrong and what to do; without secrets.</param>
    public ObjectNotFoundException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message and its cause.</summary>
    /// <param name="message">What went wrong and what to do; without secrets.</param>
    /// <param name="innerException">The cause, or null.</param>
    public ObjectNotFoundException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal ObjectNotFoundException(string message, ErrorDetails details, Exception? innerException = null)
        : base(message, details, innerException)
    {
    }
}
