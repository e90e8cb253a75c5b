namespace JourneyApps;

/// <summary>A write with <see cref="WriteCondition.IfUnchanged"/> was not sent, because another client changed or deleted the object after
/// it was read.</summary>
public sealed class ObjectChangedException : JourneyApiException
{
    /// <summary>Creates an exception with the default message.</summary>
    public ObjectChangedException() : this("The object was changed since it was read.") { }

    /// <summary>Creates an exception with a message.</summary>
    /// <param name="message">A description of the change.</param>
    public ObjectChangedException(string message) : base(message) { }

    /// <summary>Creates an exception with a message and a cause.</summary>
    /// <param name="message">A description of the change.</param>
    /// <param name="innerException">The cause; null if there is none.</param>
    public ObjectChangedException(string message, Exception? innerException) : base(message, innerException) { }
}
