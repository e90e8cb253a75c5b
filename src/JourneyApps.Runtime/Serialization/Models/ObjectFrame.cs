using JourneyApps.CompilerServices;

namespace JourneyApps.Internal.Serialization.Models;

/// <summary>What a reader knows of the object it is in; put aside while it reads a related object inside.</summary>
/// <param name="info">The object's model.</param>
internal ref struct ObjectFrame(ModelInfo info)
{
    public readonly ModelInfo Info = info;

    /// <summary>The name met last, which knows the likely next one.</summary>
    public MemberName Last = info.Table.Start;

    public int Member = MemberName.NoMember;

    /// <summary>The member was met under its <c>_id</c> name.</summary>
    public bool IsAttachmentId;

    /// <summary>A second member with the same JSON name, to be given the same value next.</summary>
    public MemberName? Alias;

    public FieldMask Seen;

    public string? Id;
    public string? Display;
    public long UpdatedTicks;
    public string[]? Changed;
    public string? Unknown;
}
