namespace JourneyApps;

/// <summary>
/// A URL of a file, or a redirect from one, leads where this client does not go: not https, a host outside the API's own domain that
/// <see cref="JourneyAppOptions.AllowedMediaHosts"/> does not name, or a private address. Nothing was sent there.
/// </summary>
public sealed class RefusedUrlException : JourneyApiException
{
    /// <summary>An exception without details.</summary>
    public RefusedUrlException()
    {
    }

    /// <summary>An exception with a message.</summary>
    /// <param name="message">What was refused; never the whole URL, which works like a credential.</param>
    public RefusedUrlException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message and its cause.</summary>
    /// <param name="message">What was refused.</param>
    /// <param name="innerException">The cause; null when there is none.</param>
    public RefusedUrlException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
