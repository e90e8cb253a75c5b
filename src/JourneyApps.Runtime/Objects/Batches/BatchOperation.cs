using JourneyApps.Internal.Objects.Batches;
using JourneyApps.Internal.Objects.Codecs;
using JourneyApps.Internal.Serialization.Bodies;

namespace JourneyApps;

/// <summary>One operation of a batch on an object of any model, either a generated model or a record.</summary>
/// <example>
/// <code>
/// BatchReport report = await app.WriteAsync(jobs.Select(BatchOperation.Create), new BatchOptions { Progress = progress });
/// report.ThrowIfNotDone();
/// </code>
/// </example>
public abstract class BatchOperation
{
    private protected BatchOperation(BatchMethod method, string model, string id, object? own)
    {
        Object = own;
        Method = method;
        Model = model;
        Id = id;
    }

    /// <summary>The kind of the operation.</summary>
    public BatchMethod Method { get; }

    /// <summary>The model's name in the schema.</summary>
    public string Model { get; }

    /// <summary>The object's id.</summary>
    public string Id { get; }

    /// <summary>The object that you passed; null for a delete by id.</summary>
    [SuppressMessage("Naming", "CA1720", Justification = "The platform's word for what is stored; its type is the model's.")]
    public object? Object { get; }

    /// <summary>Creates a new object under its own id. It is sent as a PUT, so it can be repeated.</summary>
    /// <typeparam name="TModel">The model.</typeparam>
    /// <param name="model">A new object.</param>
    /// <exception cref="InvalidOperationException">The object is not new.</exception>
    public static BatchOperation Create<TModel>(TModel model)
        where TModel : class, IModel<TModel>
        => New(BatchMethod.Create, ModelCodec<TModel>.Instance, model);

    /// <inheritdoc cref="Create{TModel}(TModel)"/>
    /// <param name="record">A new object.</param>
    public static BatchOperation Create(JourneyRecord record) => New(BatchMethod.Create, CodecOf(record), record);

    /// <summary>Creates a new object unless an object with its id exists, which is never overwritten.</summary>
    /// <remarks>If the object exists, the model gets the server's values and keeps its own values as changes where they differ.</remarks>
    /// <typeparam name="TModel">The model.</typeparam>
    /// <param name="model">A new object.</param>
    /// <exception cref="InvalidOperationException">The object is not new.</exception>
    public static BatchOperation CreateIfMissing<TModel>(TModel model)
        where TModel : class, IModel<TModel>
        => New(BatchMethod.CreateIfMissing, ModelCodec<TModel>.Instance, model);

    /// <inheritdoc cref="CreateIfMissing{TModel}(TModel)"/>
    /// <param name="record">A new object.</param>
    public static BatchOperation CreateIfMissing(JourneyRecord record) => New(BatchMethod.CreateIfMissing, CodecOf(record), record);

    /// <summary>Creates the object if it does not exist. Otherwise, sends the known fields whose values differ from those on the server, or
    /// nothing if all values are equal. The result is <see cref="BatchStatus.Created"/>, <see cref="BatchStatus.Updated"/> or
    /// <see cref="BatchStatus.Unchanged"/>.</summary>
    /// <remarks>The objects are read first, 1,000 per request. Fields that are not known are not changed, and a known null clears a field.
    /// If another client writes between the read and the write, its values are overwritten field by field. If a response is lost, a created
    /// object can be reported as updated or unchanged. An object that was read is only updated and never created again.</remarks>
    /// <typeparam name="TModel">The model.</typeparam>
    /// <param name="model">The object, with the required fields set.</param>
    public static BatchOperation CreateOrUpdate<TModel>(TModel model)
        where TModel : class, IModel<TModel>
        => Any(BatchMethod.CreateOrUpdate, ModelCodec<TModel>.Instance, model);

    /// <inheritdoc cref="CreateOrUpdate{TModel}(TModel)"/>
    /// <param name="record">The object, with the required fields set.</param>
    public static BatchOperation CreateOrUpdate(JourneyRecord record) => Any(BatchMethod.CreateOrUpdate, CodecOf(record), record);

    /// <summary>Creates or replaces an object. Fields that are not known are cleared. Do not use it for generated models that were read;
    /// update those instead.</summary>
    /// <typeparam name="TModel">The model.</typeparam>
    /// <param name="model">An object that was not read from the server.</param>
    /// <exception cref="InvalidOperationException">The object was read from the server.</exception>
    public static BatchOperation Put<TModel>(TModel model)
        where TModel : class, IModel<TModel>
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.State.UpdatedAt is null
            ? Any(BatchMethod.Put, ModelCodec<TModel>.Instance, model)
            : throw new InvalidOperationException(
                $"{model} was read from the server, so it cannot be written with Put. Use BatchOperation.Update.");
    }

    /// <summary>Creates or replaces an object. Fields that are not known in the record are cleared on the server.</summary>
    /// <param name="record">The object.</param>
    public static BatchOperation Put(JourneyRecord record) => Any(BatchMethod.Put, CodecOf(record), record);

    /// <summary>Sends the changed fields. If there are no changes, nothing is sent.</summary>
    /// <typeparam name="TModel">The model.</typeparam>
    /// <param name="model">An existing object, or one that an earlier operation of the batch creates.</param>
    public static BatchOperation Update<TModel>(TModel model)
        where TModel : class, IModel<TModel>
        => Any(BatchMethod.Update, ModelCodec<TModel>.Instance, model);

    /// <inheritdoc cref="Update{TModel}(TModel)"/>
    /// <param name="record">An existing object, or one that an earlier operation of the batch creates.</param>
    public static BatchOperation Update(JourneyRecord record) => Any(BatchMethod.Update, CodecOf(record), record);

    /// <summary>Deletes an object. If the object does not exist, the status is <see cref="BatchStatus.AlreadyDeleted"/>, which counts as
    /// done.</summary>
    /// <typeparam name="TModel">The model.</typeparam>
    /// <param name="model">The object. Only its id is used.</param>
    public static BatchOperation Delete<TModel>(TModel model)
        where TModel : class, IModel<TModel>
    {
        ArgumentNullException.ThrowIfNull(model);
        return new DeleteOperation(TModel.Info.Name, model.State.Id, model);
    }

    /// <inheritdoc cref="Delete{TModel}(TModel)"/>
    /// <param name="record">The object. Only its model and id are used.</param>
    public static BatchOperation Delete(JourneyRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return new DeleteOperation(record.Model, record.Id, record);
    }

    /// <summary>Deletes an object by its id.</summary>
    /// <typeparam name="TModel">The model.</typeparam>
    /// <param name="id">The id.</param>
    public static BatchOperation Delete<TModel>(Id<TModel> id)
        where TModel : class, IModel<TModel>
        => new DeleteOperation(TModel.Info.Name, id.Value, null);

    /// <summary>Method, model and id.</summary>
    public sealed override string ToString() => $"{Method} {Model} {Id}";

    /// <summary>The word for it on the wire.</summary>
    internal abstract string WireMethod { get; }

    /// <summary>Its result when the server applied it.</summary>
    internal virtual BatchStatus AppliedStatus => BatchStatus.Applied;

    /// <summary>How often a create-or-update was decided; others who create or delete the object make it start again.</summary>
    internal int Rounds { get; set; }

    /// <summary>Begins the write and writes the operation's object into a body.</summary>
    /// <returns>False when there is nothing to send.</returns>
    /// <exception cref="InvalidOperationException">The object cannot be written as it is.</exception>
    internal abstract bool Begin(JsonBody body);

    /// <summary>It was applied.</summary>
    /// <param name="uploads">The members whose files were sent.</param>
    internal abstract void Complete(in FieldMask uploads);

    /// <summary>It was not applied, or the outcome is unknown.</summary>
    internal abstract void Fail();

    /// <summary>Whether an error of the server means that a create-or-update has to start again: its object was created or deleted by
    /// others.</summary>
    internal virtual bool StartsAgain(ApiError? error) => false;

    /// <summary>Reads the objects of operations of this operation's kind again.</summary>
    internal abstract Task ReadBackAsync(
        ClientContext context, IReadOnlyList<BatchOperation> same, RequestOptions? options, CancellationToken cancellationToken);

    /// <summary>Looks which of these operations' objects exist; those take the server's values and keep their own as changes.</summary>
    /// <returns>The ids of those that exist; the others are left as they were.</returns>
    internal abstract Task<HashSet<string>> TakeExistingAsync(
        ClientContext context, IReadOnlyList<BatchOperation> same, RequestOptions? options, CancellationToken cancellationToken);

    /// <summary>Reads the objects of create-or-update operations and decides for each whether it creates or updates.</summary>
    internal abstract Task DecideAsync(
        ClientContext context, IReadOnlyList<BatchOperation> same, RequestOptions? options, CancellationToken cancellationToken);

    private static RecordCodec CodecOf(JourneyRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return new RecordCodec(record.Model);
    }

    private static ObjectOperation<T> New<T>(BatchMethod method, ObjectCodec<T> codec, T item)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(item);
        return codec.IsNew(item)
            ? new ObjectOperation<T>(method, codec, item)
            : throw new InvalidOperationException(
                $"{item} already exists. Use BatchOperation.Update for changes, or Put to create or replace.");
    }

    private static ObjectOperation<T> Any<T>(BatchMethod method, ObjectCodec<T> codec, T item)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(item);
        return new ObjectOperation<T>(method, codec, item);
    }
}
