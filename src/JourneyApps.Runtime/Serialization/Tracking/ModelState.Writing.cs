using JourneyApps.Internal.Serialization.Tracking;

namespace JourneyApps.CompilerServices;

/// <content>
/// A write under way. What it sends moves from changed to sent; setters keep marking changed; success drops sent, any failure puts it
/// back. So a failed call leaves the object exactly as dirty as it was, and nothing set during a call is lost.
/// </content>
public partial struct ModelState
{
    /// <summary>Starts a write.</summary>
    /// <returns>The members to send; empty for an update without changes.</returns>
    /// <exception cref="InvalidOperationException">Another write of this object is under way.</exception>
    internal FieldMask BeginWrite(WriteKind kind)
    {
        if (_extras is { IsWriting: true })
            throw new InvalidOperationException($"A write of object {_id} is under way; await it before the next one.");

        FieldMask sent = _changed;
        Extras.IsWriting = true;
        Extras.Sent = sent;
        _changed = default;
        return kind == WriteKind.Update ? sent : _known;
    }

    /// <summary>The write was applied, and the server's answer was read: its metadata is taken over.</summary>
    /// <returns>The members to copy from the answer: all but those set meanwhile.</returns>
    internal FieldMask EndWrite(in ModelState answer)
    {
        FieldMask fresh = answer._known.Except(_changed);
        _known = _known.Union(answer._known);
        _display = answer._display;
        _updatedTicks = answer._updatedTicks;
        _isStale = false;
        if (answer.UnknownMember is { } unknown)
            Extras.UnknownMember = unknown;
        EndWrite();
        return fresh;
    }

    /// <summary>The write was applied, and nothing is known of the object but that.</summary>
    internal void EndWriteUnread()
    {
        _isStale = true;
        EndWrite();
    }

    /// <summary>The write failed, or nobody knows: what it sent is as changed as before.</summary>
    internal void FailWrite()
    {
        _changed = Changed;
        Extras.Sent = default;
        Extras.IsWriting = false;
    }

    /// <summary>Takes over what was read of the same object, outside of a write.</summary>
    /// <returns>The members to copy: all but the changed ones.</returns>
    internal FieldMask Refresh(in ModelState read)
    {
        FieldMask fresh = read._known.Except(Changed);
        _known = _known.Union(read._known);
        _display = read._display;
        _updatedTicks = read._updatedTicks;
        _isStale = false;
        _isNew = false;
        if (_extras is not null || read.UnknownMember is not null)
            Extras.UnknownMember = read.UnknownMember;
        return fresh;
    }

    /// <summary>These members hold values that still have to be written.</summary>
    internal void MarkChanged(in FieldMask members) => _changed = _changed.Union(members);

    /// <summary>Nothing counts as changed any more; the values stay.</summary>
    internal void AcceptChanges() => _changed = default;

    private void EndWrite()
    {
        _extras = UnknownMember is { } unknown ? new ModelStateExtras { UnknownMember = unknown } : null;
        _isNew = false;
    }
}
