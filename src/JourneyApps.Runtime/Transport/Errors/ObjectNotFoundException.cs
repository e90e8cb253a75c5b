using JourneyApps.Internal.Transport.Errors;

namespace JourneyApps;

/// <summary>There is no object with this id (404 <c>OBJECT_NOT_FOUND</c>).</summary>
public sealed class ObjectNotFoundException : JourneyApiException
{
    /// <summary>Creates an exception with the default message.</summary>
    public ObjectNotFoundException() { }

    /// <inheritdoc cref="JourneyApiException(string)"/>
    public ObjectNotFoundException(string message) : base(message) { }

    /// <inheritdoc cref="JourneyApiException(string, Exception)"/>
    public ObjectNotFoundException(string message, Exception? innerException) : base(message, innerException) { }

    internal ObjectNotFoundException(string message, ErrorDetails details, Exception? innerException = null)
        : base(message, details, innerException) { }
}
