using JourneyApps.Internal.Features.Mirroring.Rules;
using JourneyApps.Mirroring;
using JourneyApps.Oplog;

namespace JourneyApps.Internal.Features.Mirroring;

/// <summary>Makes changes of what was read.</summary>
/// <typeparam name="T">The class of the objects.</typeparam>
internal static class ChangeFactory<T>
    where T : class
{
    public static MirrorChange<T> Of(string model, LoadedRow row) => row.Value is T item
        ? new(MirrorChangeKind.Upsert, ToId(row.Id)) { Model = model, Object = item }
        : new(MirrorChangeKind.Unreadable, ToId(row.Id)) { Model = model, Exception = row.Fault };

    public static MirrorChange<T> Of(OplogEntry entry)
    {
        MirrorChangeKind kind = entry.Operation == OplogOperation.Delete ? MirrorChangeKind.Delete
            : entry.Object is T ? MirrorChangeKind.Upsert
            : MirrorChangeKind.Unreadable;
        return new MirrorChange<T>(kind, ToId(entry.Id))
        {
            Model = entry.Model,
            Object = kind == MirrorChangeKind.Upsert ? (T)entry.Object! : null,
            Sequence = entry.Sequence,
            UpdatedAt = entry.UpdatedAt,
            Exception = kind == MirrorChangeKind.Unreadable ? entry.Exception ?? WithoutObject(entry) : null,
        };
    }

    private static Id<T> ToId(string? id) => string.IsNullOrEmpty(id) ? default : Id<T>.FromServer(id);

    private static UnreadableObjectException WithoutObject(OplogEntry entry)
        => new($"An entry of the oplog about {entry.Model} has no object.") { Model = entry.Model, ObjectId = entry.Id };
}
