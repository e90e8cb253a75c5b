using JourneyApps.Internal.Values.Json;

namespace JourneyApps;

/// <summary>
/// An object holds a value that its field cannot represent, such as a whole number beyond 32 bits. Only this object is unreadable:
/// the rest of its page is not touched. The usual cause is code that was generated from another version of the schema.
/// </summary>
public sealed class UnreadableObjectException : JourneyApiException
{
    /// <summary>An exception without a message of its own.</summary>
    public UnreadableObjectException()
    {
    }

    /// <summary>An exception with a message.</summary>
    /// <param name="message">What went wrong and what to do; without values.</param>
    public UnreadableObjectException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message and its cause.</summary>
    /// <param name="message">What went wrong and what to do; without values.</param>
    /// <param name="innerException">The cause; null when there is none.</param>
    public UnreadableObjectException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal UnreadableObjectException(JsonValueException fault)
        : base(fault.Message, fault)
    {
        Model = fault.Place.Model;
        Field = fault.Place.Field;
        ObjectId = fault.Place.ObjectId;
        Expected = fault.Expected;
        Found = fault.Place.Found;
    }

    /// <summary>The model's schema name.</summary>
    public string? Model { get; init; }

    /// <summary>The field's JSON name; null when the object as a whole is at fault.</summary>
    public string? Field { get; init; }

    /// <summary>The object's id; null when not even that could be read.</summary>
    public string? ObjectId { get; init; }

    /// <summary>What the field can hold, in words.</summary>
    public string? Expected { get; init; }

    /// <summary>The beginning of what the server sent. It may quote the user's data, so it is not in the message.</summary>
    public string? Found { get; init; }
}
