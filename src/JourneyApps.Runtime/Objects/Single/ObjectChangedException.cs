namespace JourneyApps;

/// <summary>A write with <see cref="WriteCondition.IfUnchanged"/> was not sent, because another client changed or deleted the object after
/// it was read.</summary>
public sealed class ObjectChangedException : JourneyApiException
{
    /// <summary>An exception without details.</summary>
    public ObjectChangedException() : this("The object was changed since it was read.") { }

    /// <summary>An exception with a message.</summary>
    /// <param name="message">What changed.</param>
    public ObjectChangedException(string message) : base(message) { }

    /// <summary>An exception with a message and its cause.</summary>
    /// <param name="message">What changed.</param>
    /// <param name="innerException">The cause; null when there is none.</param>
    public ObjectChangedException(string message, Exception? innerException) : base(message, innerException) { }
}
