using JourneyApps.Internal.Serialization.Bodies;
using JourneyApps.Internal.Serialization.Tracking;

namespace JourneyApps.Internal.Objects.Codecs;

/// <summary>What the object engine needs to know about a kind of object: generated models (<see cref="ModelCodec{TModel}"/>) or records
/// (<see cref="RecordCodec"/>). Calls go by whole pages and whole bodies, so the loops over objects and fields stay inside the
/// codec.</summary>
internal abstract class ObjectCodec<T>
    where T : class
{
    /// <summary>The schema's name of the model.</summary>
    internal abstract string Model { get; }

    internal abstract string IdOf(T item);

    internal abstract DateTimeOffset? UpdatedAtOf(T item);

    internal abstract bool IsNew(T item);

    internal abstract bool HasChanges(T item);

    /// <summary>Reads one object.</summary>
    /// <exception cref="JsonException">The JSON is malformed or not an object of the API; reading it again may help.</exception>
    /// <exception cref="UnreadableObjectException">A value does not fit its field.</exception>
    internal abstract T ReadObject(ReadOnlySpan<byte> json);

    /// <summary>Reads the answer to a list or query call. An object that cannot be read never makes the page unreadable.</summary>
    /// <exception cref="JsonException">The JSON is malformed or not a page.</exception>
    internal abstract ModelPage<T> ReadPage(ReadOnlySpan<byte> json);

    /// <summary>Starts a write: what it sends moves from changed to sent.</summary>
    /// <exception cref="InvalidOperationException">Another write of the object is in progress.</exception>
    internal abstract WriteScope Begin(T item, WriteKind kind);

    /// <summary>Writes the fields of a write, as <c>{"job":{…}}</c> for a single write or as <c>{"type":"job","id":"…",…}</c> for a
    /// batch.</summary>
    internal abstract void WriteBody(T item, in WriteScope scope, WriteKind kind, bool isBatch, JsonBody body);

    /// <summary>Ends a write that was applied. The answer's values are taken, except for fields that were set since the write
    /// began.</summary>
    internal abstract void Complete(T item, T answer);

    /// <summary>Ends a write that was applied and whose answer has no values, as in batches: the object is stale.</summary>
    internal abstract void CompleteUnread(T item, in FieldMask uploads);

    /// <summary>Ends a write that failed or whose outcome is unknown: the object is as changed as before.</summary>
    internal abstract void Fail(T item);

    /// <summary>Takes the values of a later reading, except for changed fields.</summary>
    internal abstract void Refresh(T item, T server);

    /// <summary>Takes the server's values and keeps the caller's own as changes where they differ in wire form. Ends a write in
    /// progress.</summary>
    internal abstract void Rebase(T item, T server, in WriteScope own);

    /// <summary>Makes the object new again, with only the fields of a scope. Ends a write in progress.</summary>
    internal abstract void Renew(T item, in WriteScope known);

    /// <summary>The fields whose values are known.</summary>
    internal abstract WriteScope KnownOf(T item);

    /// <summary>The fields of a read object that a replace would clear, because they cannot be sent back.</summary>
    internal abstract IReadOnlyList<string> LostByReplace(T item);

    /// <summary>Keeps what a create sent whose outcome is unknown.</summary>
    internal abstract void RememberUnconfirmed(T item, in WriteScope scope, JsonBody body);

    /// <summary>Whether an earlier create of the object was sent and its outcome is unknown.</summary>
    internal abstract bool IsUnconfirmed(T item);

    /// <summary>Ends a create whose object was found on the server: an earlier attempt created it.</summary>
    /// <returns>Whether the caller has set fields since that attempt, which then have to be updated.</returns>
    internal abstract bool CompleteFound(T item, T found, JsonBody body);

    /// <summary>The file ids that the uploads of a write replace, by the JSON name of the id; null when one of them is not known.</summary>
    internal abstract IReadOnlyList<(string IdName, string OldId)>? ReplacedFiles(T item, in WriteScope scope, JsonBody body);
}
