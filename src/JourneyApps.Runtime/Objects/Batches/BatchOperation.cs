using System.Diagnostics.CodeAnalysis;
using JourneyApps.CompilerServices;
using JourneyApps.Internal.Objects.Batches;
using JourneyApps.Internal.Objects.Single;
using JourneyApps.Internal.Serialization.Bodies;
using JourneyApps.Internal.Transport.Requests;

namespace JourneyApps;

/// <summary>One operation of a batch, on one object of any model.</summary>
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

    /// <summary>What it does.</summary>
    public BatchMethod Method { get; }

    /// <summary>The schema's name of the model.</summary>
    public string Model { get; }

    /// <summary>The object's id.</summary>
    public string Id { get; }

    /// <summary>The caller's own object; null for a delete by id.</summary>
    [SuppressMessage("Naming", "CA1720", Justification = "The platform's word for what is stored; its type is the model's.")]
    public object? Object { get; }

    /// <summary>Creates a new object under its own id (sent as a put, so it can be repeated).</summary>
    /// <typeparam name="TModel">The model.</typeparam>
    /// <param name="model">A new object.</param>
    /// <exception cref="InvalidOperationException">The object is not new.</exception>
    public static BatchOperation Create<TModel>(TModel model)
        where TModel : class, IModel<TModel>
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.State.IsNew
            ? new ModelOperation<TModel>(BatchMethod.Create, model)
            : throw new InvalidOperationException($"{model} exists already. Use BatchOperation.Update for changes, or Put to create or replace.");
    }

    /// <summary>Creates or replaces: fields that are not known here are cleared. Not for objects that were read; update those.</summary>
    /// <typeparam name="TModel">The model.</typeparam>
    /// <param name="model">An object that was not read from the server.</param>
    /// <exception cref="InvalidOperationException">The object was read from the server.</exception>
    public static BatchOperation Put<TModel>(TModel model)
        where TModel : class, IModel<TModel>
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.State.UpdatedAt is null
            ? new ModelOperation<TModel>(BatchMethod.Put, model)
            : throw new InvalidOperationException($"{model} was read from the server: a batch updates such objects and never puts them. Use BatchOperation.Update.");
    }

    /// <summary>Sends the changed fields; without changes nothing is sent.</summary>
    /// <typeparam name="TModel">The model.</typeparam>
    /// <param name="model">An object that exists, or that an earlier operation of the batch creates.</param>
    public static BatchOperation Update<TModel>(TModel model)
        where TModel : class, IModel<TModel>
    {
        ArgumentNullException.ThrowIfNull(model);
        return new ModelOperation<TModel>(BatchMethod.Update, model);
    }

    /// <summary>Creates a new object unless there is one with its id, which is never overwritten.</summary>
    /// <typeparam name="TModel">The model.</typeparam>
    /// <param name="model">A new object.</param>
    /// <exception cref="InvalidOperationException">The object is not new.</exception>
    public static BatchOperation CreateIfMissing<TModel>(TModel model)
        where TModel : class, IModel<TModel>
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.State.IsNew
            ? new ModelOperation<TModel>(BatchMethod.CreateIfMissing, model)
            : throw new InvalidOperationException($"{model} exists already.");
    }

    /// <summary>Deletes an object. What is not there is <see cref="BatchStatus.AlreadyDeleted"/>, and done.</summary>
    /// <typeparam name="TModel">The model.</typeparam>
    /// <param name="model">The object; only its id matters.</param>
    public static BatchOperation Delete<TModel>(TModel model)
        where TModel : class, IModel<TModel>
    {
        ArgumentNullException.ThrowIfNull(model);
        return new DeleteOperation(TModel.Info.Name, model.State.Id, model);
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

    /// <summary>Begins the write and puts the operation's object into a body.</summary>
    /// <returns>False when there is nothing to send.</returns>
    /// <exception cref="InvalidOperationException">The object cannot be written as it is.</exception>
    internal abstract bool Begin(JsonBody body);

    /// <summary>It was applied.</summary>
    /// <param name="uploads">The members whose files went with it.</param>
    internal abstract void Complete(in FieldMask uploads);

    /// <summary>It was not applied, or nobody knows.</summary>
    internal abstract void Fail();

    /// <summary>Reads the objects of operations on this operation's model again.</summary>
    internal abstract Task ReadBackAsync(ApiTransport transport, IReadOnlyList<BatchOperation> same, RequestOptions? options, CancellationToken cancellationToken);

    /// <summary>Looks which of these operations' objects are there already, and takes those over as the server has them.</summary>
    /// <returns>The ids of those that are there; the others are left as they were.</returns>
    internal abstract Task<HashSet<string>> TakeExistingAsync(
        ApiTransport transport, IReadOnlyList<BatchOperation> same, RequestOptions? options, CancellationToken cancellationToken);
}
