using JourneyApps.CompilerServices;

namespace JourneyApps.Internal.Serialization.Tracking;

/// <summary>Parts of an object's state that few objects have.</summary>
internal sealed class ModelStateExtras
{
    private Dictionary<int, string?>? _replaced;

    /// <summary>A member with a value that the server sent and this code does not know; replacing the object would clear it.</summary>
    public string? UnknownMember { get; set; }

    /// <summary><c>$changed</c> of a hop that is still under way.</summary>
    public string[]? HopChanged { get; set; }

    public bool HopHasId { get; set; }

    /// <summary>What a write under way is sending.</summary>
    public FieldMask Sent { get; set; }

    public bool IsWriting { get; set; }

    /// <summary>Keeps the id of an attachment whose place an upload takes.</summary>
    public void NoteReplaced(int member, string? id) => (_replaced ??= [])[member] = id;

    public string? ReplacedAttachment(int member) => _replaced?.GetValueOrDefault(member);
}
