namespace JourneyApps.Internal.Serialization.Tracking;

/// <summary>The parts of an object's state that few objects have.</summary>
internal sealed class ModelStateDetails
{
    private Dictionary<int, string?>? _replaced;

    /// <summary>A member that the server sent with a value and that this code does not know; replacing the object would clear it.</summary>
    public string? UnknownMember { get; set; }

    /// <summary><c>$changed</c> of an object that another serializer is reading.</summary>
    public string[]? RoundTripChanges { get; set; }

    /// <summary>Whether another serializer has read an id.</summary>
    public bool RoundTripHasId { get; set; }

    /// <summary>What the write in progress sends.</summary>
    public FieldMask Sent { get; set; }

    public bool IsWriting { get; set; }

    /// <summary>The body of a create that was sent and whose outcome is unknown.</summary>
    public byte[]? UnconfirmedCreate { get; set; }

    /// <summary>Keeps the id of the file that an upload replaces.</summary>
    public void NoteReplaced(int member, string? id) => (_replaced ??= [])[member] = id;

    public string? ReplacedAttachment(int member) => _replaced?.GetValueOrDefault(member);
}
