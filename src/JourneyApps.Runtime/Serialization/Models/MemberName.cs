
namespace JourneyApps.Internal.Serialization.Models;

/// <summary>A JSON name in objects of one model.</summary>
internal sealed class MemberName(byte[] utf8)
{
    public const int NoMember = -1;

    public byte[] Utf8 { get; } = utf8;

    /// <summary>The member it fills, or <see cref="NoMember"/>.</summary>
    public int Member { get; set; } = NoMember;

    /// <summary>The name is the <c>_id</c> that goes with an attachment.</summary>
    public bool IsAttachmentId { get; set; }

    /// <summary>The name of one member and nothing else, as nearly all are.</summary>
    public bool IsPlain { get; set; }

    /// <summary>What the name means in every object, besides or instead of a member.</summary>
    public Metadata Metadata { get; set; }

    /// <summary>In the model's table. Other names are not kept as predictions, because a malicious response could fill the memory with
    /// them.</summary>
    public bool IsKept { get; set; }

    /// <summary>Another meaning of the same name: the platform allows both a field <c>room_id</c> and a belongs-to <c>room</c>.</summary>
    public MemberName? Alias { get; set; }

    /// <summary>The name that followed the last time; servers write members in one order, so this is nearly always the next one.</summary>
    public MemberName? Next { get; set; }
}
