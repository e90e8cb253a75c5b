using JourneyApps.Oplog;

namespace JourneyApps.Internal.Features.Oplog;

/// <summary>An entry of the oplog, described well enough to recognize it. After a deployment was restored from a backup, another entry can
/// have the same sequence.</summary>
/// <param name="Sequence">Its sequence.</param>
/// <param name="ObjectId">The id of its object.</param>
/// <param name="At">The time of the change; null when the server does not send it.</param>
internal sealed record OplogMark(long Sequence, string ObjectId, DateTimeOffset? At)
{
    public static OplogMark Of(OplogEntry entry) => new(entry.Sequence, entry.Id, entry.UpdatedAt);

    /// <summary>Whether both describe the same entry.</summary>
    public bool IsSame(OplogMark other)
        => Sequence == other.Sequence && ObjectId == other.ObjectId && (At is null || other.At is null || At == other.At);
}
