namespace JourneyApps;

/// <summary>
/// An object of the server cannot be represented by its model: a value that is not of its field's type. The message names model, object and field
/// and quotes the beginning of the value.
/// </summary>
public sealed class UnreadableObjectException : JourneyApiException
{
    /// <summary>An exception without details.</summary>
    public UnreadableObjectException()
    {
    }

    /// <summary>An exception with a message.</summary>
    /// <param name="message">What cannot be read.</param>
    public UnreadableObjectException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message and its cause.</summary>
    /// <param name="message">What cannot be read.</param>
    /// <param name="innerException">The cause; null when there is none.</param>
    public UnreadableObjectException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The schema's name of the model; null when not known.</summary>
    public string? Model { get; init; }

    /// <summary>The object's id; null when it has none that can be read.</summary>
    public string? ObjectId { get; init; }

    /// <summary>The member that cannot be read, as JSON names it; null when the object as a whole is meant.</summary>
    public string? Field { get; init; }
}
