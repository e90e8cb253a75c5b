namespace JourneyApps;

/// <summary>An object has a value that its field cannot represent, such as an integer beyond 32 bits. Only this object cannot be read; the
/// other objects of its page can. Usually, the code was generated from a different version of the schema.</summary>
public sealed class UnreadableObjectException : JourneyApiException
{
    /// <summary>Creates an exception with the default message.</summary>
    public UnreadableObjectException() { }

    /// <summary>Creates an exception with a message.</summary>
    /// <param name="message">The failure and its remedy, without values.</param>
    public UnreadableObjectException(string message) : base(message) { }

    /// <summary>Creates an exception with a message and a cause.</summary>
    /// <param name="message">The failure and its remedy, without values.</param>
    /// <param name="innerException">The cause, or null.</param>
    public UnreadableObjectException(string message, Exception? innerException) : base(message, innerException) { }

    internal UnreadableObjectException(JsonValueException fault)
        : base(fault.Message, fault)
    {
        Model = fault.Place.Model;
        Field = fault.Place.Field;
        ObjectId = fault.Place.ObjectId;
        Expected = fault.Expected;
        Found = fault.Place.Found;
    }

    /// <summary>The model's name in the schema.</summary>
    public string? Model { get; init; }

    /// <summary>The field's JSON name; null if the whole object cannot be read.</summary>
    public string? Field { get; init; }

    /// <summary>The object's id; null if it could not be read.</summary>
    public string? ObjectId { get; init; }

    /// <summary>A description of the values that the field can have.</summary>
    public string? Expected { get; init; }

    /// <summary>The beginning of the text that the server sent. It can contain the user's data, so it is not in the message.</summary>
    public string? Found { get; init; }
}
