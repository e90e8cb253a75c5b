using JourneyApps.Internal.Objects.Batches;
using JourneyApps.Internal.Objects.Records;
using JourneyApps.Internal.Objects.Single;

namespace JourneyApps;

/// <summary>Operations of a batch on records, for <c>app.WriteAsync(…)</c>. They can be mixed with those on generated models.</summary>
/// <example>
/// <code>
/// BatchReport report = await app.WriteAsync(records.Select(RecordBatch.Put));
/// </code>
/// </example>
public static class RecordBatch
{
    /// <summary>Creates a new object under its own id (sent as a put, so it can be repeated).</summary>
    /// <param name="record">A new object.</param>
    /// <exception cref="InvalidOperationException">The object is not new.</exception>
    public static BatchOperation Create(JourneyRecord record) => new RecordOperation(BatchMethod.Create, New(record));

    /// <summary>Creates a new object unless there is one with its id, which is never overwritten.</summary>
    /// <param name="record">A new object.</param>
    /// <exception cref="InvalidOperationException">The object is not new.</exception>
    public static BatchOperation CreateIfMissing(JourneyRecord record) => new RecordOperation(BatchMethod.CreateIfMissing, New(record));

    /// <summary>Creates or replaces: fields that are not known in the record are cleared on the server.</summary>
    /// <param name="record">The object.</param>
    public static BatchOperation Put(JourneyRecord record) => new RecordOperation(BatchMethod.Put, NotNull(record));

    /// <summary>Sends the changed fields; without changes nothing is sent.</summary>
    /// <param name="record">An object that exists, or that an earlier operation of the batch creates.</param>
    public static BatchOperation Update(JourneyRecord record) => new RecordOperation(BatchMethod.Update, NotNull(record));

    /// <summary>Deletes an object. What is not there is <see cref="BatchStatus.AlreadyDeleted"/>, and done.</summary>
    /// <param name="record">The object; only its model and id matter.</param>
    public static BatchOperation Delete(JourneyRecord record) => new DeleteOperation(NotNull(record).Model, record.Id, record);

    private static JourneyRecord New(JourneyRecord record)
        => NotNull(record).IsNew ? record : throw new InvalidOperationException($"{record} exists already. Use RecordBatch.Update for changes, or Put to create or replace.");

    private static JourneyRecord NotNull(JourneyRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return record;
    }
}
