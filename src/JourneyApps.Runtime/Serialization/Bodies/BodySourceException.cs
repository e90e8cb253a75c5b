namespace JourneyApps.Internal.Serialization.Bodies;

/// <summary>The source of an upload failed, as opposed to the connection. The inner exception is what the caller's stream threw.</summary>
internal sealed class BodySourceException(string message, Exception? innerException) : IOException(message, innerException);
