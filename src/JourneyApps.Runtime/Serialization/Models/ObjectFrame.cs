namespace JourneyApps.Internal.Serialization.Models;

/// <summary>The state of reading one object; saved while a related object inside it is read.</summary>
internal ref struct ObjectFrame(ModelInfo info)
{
    public readonly ModelInfo Info = info;

    /// <summary>The previous name, which predicts the next one.</summary>
    public MemberName Last = info.Table.Start;

    public int Member = MemberName.NoMember;

    /// <summary>The member was read by its <c>_id</c> name.</summary>
    public bool IsAttachmentId;

    /// <summary>Another member with the same JSON name, which gets the same value next.</summary>
    public MemberName? Alias;

    public FieldMask Seen;

    /// <summary>A related object was embedded.</summary>
    public bool HasRelated;

    public string? Id;
    public string? Display;
    public long UpdatedTicks;
    public string[]? Changed;
    public string? Unknown;

    // One bit for each link; members that are 64 apart share theirs, which needs more than 64 links.
    private ulong _nullLinks;

    /// <summary>Notes that the link whose id is read now is null, which is not the same as absent.</summary>
    public void MarkNull() => _nullLinks |= 1UL << Member;

    public readonly bool WasNull(int linkId) => (_nullLinks >> linkId & 1) != 0;
}
