using JourneyApps.Internal.Serialization.Tracking;

namespace JourneyApps.CompilerServices;

/// <content>A write in progress. What it sends moves from changed to sent; setters continue to mark members as changed; success discards
/// sent, a failure moves it back. A failed call therefore leaves the same changes as before, and no value that was set during a call is
/// lost.</content>
public partial struct ModelState
{
    /// <summary>Starts a write.</summary>
    /// <returns>The members to send; empty for an update without changes.</returns>
    /// <exception cref="InvalidOperationException">Another write of this object is in progress.</exception>
    internal FieldMask BeginWrite(WriteKind kind)
    {
        if (_details is { IsWriting: true })
            throw new InvalidOperationException($"A write of object {_id} is in progress; await it before the next one.");

        FieldMask sent = _changed;
        Details.IsWriting = true;
        Details.Sent = sent;
        _changed = default;
        return kind == WriteKind.Update ? sent : _known;
    }

    /// <summary>The write was applied and the server's response was read: takes its metadata.</summary>
    /// <returns>The members to copy from the response: all except those that were set during the write.</returns>
    internal FieldMask EndWrite(in ModelState answer)
    {
        FieldMask fresh = answer._known.Except(_changed);
        _known = _known.Union(answer._known);
        _display = answer._display;
        _updatedTicks = answer._updatedTicks;
        _isStale = false;
        if (answer.UnknownMember is { } unknown)
            Details.UnknownMember = unknown;
        EndWrite();
        return fresh;
    }

    /// <summary>The write was applied; the state on the server is not known.</summary>
    internal void EndWriteUnread()
    {
        _isStale = true;
        EndWrite();
    }

    /// <summary>The write failed or its outcome is unknown: what it sent counts as changed again.</summary>
    internal void FailWrite()
    {
        _changed = Changed;
        Details.Sent = default;
        Details.IsWriting = false;
    }

    /// <summary>Takes what was read of the same object, outside of a write.</summary>
    /// <returns>The members to copy: all except the changed ones.</returns>
    internal FieldMask Refresh(in ModelState read)
    {
        FieldMask fresh = read._known.Except(Changed);
        _known = _known.Union(read._known);
        _display = read._display;
        _updatedTicks = read._updatedTicks;
        _isStale = false;
        _isNew = false;
        if (_details is not null || read.UnknownMember is not null)
            Details.UnknownMember = read.UnknownMember;
        return fresh;
    }

    /// <summary>Marks members whose values still have to be written.</summary>
    internal void MarkChanged(in FieldMask members) => _changed = _changed.Union(members);

    /// <summary>Marks members as set in an object that is not read or written yet.</summary>
    internal void MarkSet(in FieldMask members)
    {
        _known = _known.Union(members);
        _changed = _changed.Union(members);
    }

    /// <summary>The body of a create that was sent and whose outcome is unknown; null when there is none. Creating the object again looks
    /// it up first, so that a second PUT cannot undo the edits of others.</summary>
    internal byte[]? UnconfirmedCreate
    {
        readonly get => _details?.UnconfirmedCreate;
        set => Details.UnconfirmedCreate = value;
    }

    /// <summary>Treats the present values as unchanged.</summary>
    internal void AcceptChanges() => _changed = default;

    private void EndWrite()
    {
        _details = UnknownMember is { } unknown ? new ModelStateDetails { UnknownMember = unknown } : null;
        _isNew = false;
    }
}
