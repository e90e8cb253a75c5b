using JourneyApps.Internal.Objects.Batches;

namespace JourneyApps;

/// <content>Writing single objects.</content>
public partial class ObjectSet<TModel, TFields>
{
    /// <summary>Creates a new object under its own id (with a PUT) and reads the values that the server stored. If the call fails, the
    /// object is still new and has the same id, so creating it again does not create a duplicate. If the response of a create is lost, the
    /// library looks up the id before it sends anything again.</summary>
    /// <param name="model">A new object, created with the parameterless constructor or with <c>New(id)</c>.</param>
    /// <param name="cancellationToken">Cancels the call. The object then remains new.</param>
    /// <exception cref="InvalidOperationException">The object is not new, or another write of it is in progress.</exception>
    /// <exception cref="JourneyApiException">The server rejected the call or could not be reached; see
    /// <see cref="JourneyApiException.Outcome"/>.</exception>
    public virtual Task CreateAsync(TModel model, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        return _calls.CreateAsync(model, cancellationToken);
    }

    /// <summary>Creates a new object unless an object with its id exists, which is never overwritten. Use it for imports that can be
    /// started again, with ids from <c>Id.FromKey</c>. If the object exists, the model gets the server's values and keeps its own values as
    /// changes where they differ. <c>HasChanges</c> states whether there are any, and <see cref="UpdateAsync(TModel, CancellationToken)"/>
    /// sends them.</summary>
    /// <param name="model">A new object.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>False if the object existed. If the first response was lost, the object may have been created by an earlier attempt of this
    /// call.</returns>
    /// <exception cref="InvalidOperationException">The object is not new, or another write of it is in progress.</exception>
    /// <exception cref="JourneyApiException">The server rejected the call or could not be reached.</exception>
    public virtual Task<bool> CreateIfMissingAsync(TModel model, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        return ConditionalWrites.CreateIfMissingAsync(_calls, model, cancellationToken);
    }

    /// <summary>Creates the object if it does not exist. Otherwise, sends the known fields whose values differ from those on the server, or
    /// nothing if all values are equal.</summary>
    /// <remarks>The object is read first. Times are compared in whole seconds, choice sets in any order, and text exactly; an upload always
    /// counts as different. Fields that are not known are not changed, and a known null clears a field. If another client writes between
    /// the read and the write, its values are overwritten field by field. If a response is lost, a created object can be reported as
    /// updated or unchanged. An object that was read is only updated and never created again.</remarks>
    /// <param name="model">The object, with the required fields set: <c>Job.New(id)</c> or <c>new Job(id)</c>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns><see cref="BatchStatus.Created"/>, <see cref="BatchStatus.Updated"/> or <see cref="BatchStatus.Unchanged"/>.</returns>
    /// <exception cref="InvalidOperationException">Another write of the object is in progress.</exception>
    /// <exception cref="ObjectChangedException">Another client created or deleted the object before each of the attempts to write
    /// it.</exception>
    /// <exception cref="JourneyApiException">The server rejected the call or could not be reached. The object keeps its values as
    /// changes.</exception>
    public virtual Task<BatchStatus> CreateOrUpdateAsync(TModel model, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        return ConditionalWrites.CreateOrUpdateAsync(_calls, model, cancellationToken);
    }

    /// <summary>Sends only the changed fields (with a PATCH). Null clears a field. If there are no changes, no request is sent.</summary>
    /// <param name="model">An existing object: one that was read or created, or <c>new Job(id)</c>.</param>
    /// <param name="cancellationToken">Cancels the call. The object then has the same changes as before.</param>
    /// <exception cref="InvalidOperationException">The object is new, or another write of it is in progress.</exception>
    /// <exception cref="ObjectNotFoundException">The object does not exist.</exception>
    /// <exception cref="JourneyApiException">The server rejected the call or could not be reached; see
    /// <see cref="JourneyApiException.Outcome"/>.</exception>
    public virtual Task UpdateAsync(TModel model, CancellationToken cancellationToken = default)
        => UpdateAsync(model, WriteCondition.Always, cancellationToken);

    /// <summary>Sends the changed fields if a condition is true.</summary>
    /// <param name="model">An object that exists.</param>
    /// <param name="condition">The condition. It reduces the risk of a lost update but does not remove it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ObjectChangedException">The condition was not true; nothing was sent.</exception>
    /// <inheritdoc cref="UpdateAsync(TModel, CancellationToken)" path="/exception"/>
    public virtual Task UpdateAsync(TModel model, WriteCondition condition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        return _calls.UpdateAsync(model, condition, cancellationToken);
    }

    /// <summary>Replaces an object that was read (with a PUT). Every known field that has a value is sent, and all other fields are
    /// cleared. The call is rejected if it would clear values that this code cannot send: members that it does not know, or a
    /// track.</summary>
    /// <param name="model">An object that was read.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="InvalidOperationException">The object was not read, or values would be lost; nothing was sent.</exception>
    /// <exception cref="JourneyApiException">The server rejected the call or could not be reached; see
    /// <see cref="JourneyApiException.Outcome"/>.</exception>
    public virtual Task ReplaceAsync(TModel model, CancellationToken cancellationToken = default)
        => ReplaceAsync(model, DataLossHandling.Refuse, cancellationToken);

    /// <summary>Replaces an object that was read, and specifies how to handle values that cannot be sent.</summary>
    /// <param name="model">An object that was read.</param>
    /// <param name="handling">Whether such values can be cleared.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <inheritdoc cref="ReplaceAsync(TModel, CancellationToken)" path="/exception"/>
    public virtual Task ReplaceAsync(TModel model, DataLossHandling handling, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        return _calls.ReplaceAsync(model, handling, cancellationToken);
    }

    /// <summary>Creates the object, or replaces the object with the same id. Fields that are not known are cleared.</summary>
    /// <param name="model">A new object, or an object with all fields known.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="InvalidOperationException">Another write of the object is in progress.</exception>
    /// <exception cref="JourneyApiException">The server rejected the call or could not be reached; see
    /// <see cref="JourneyApiException.Outcome"/>.</exception>
    public virtual Task PutAsync(TModel model, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        return _calls.PutAsync(model, cancellationToken);
    }

    /// <summary>Deletes an object. Deleting an object that does not exist is not an error.</summary>
    /// <param name="id">The id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether the object existed.</returns>
    /// <exception cref="InvalidOperationException">The model is the app-user model; use the overload with
    /// <see cref="DeviceWipeHandling"/>.</exception>
    /// <exception cref="JourneyApiException">The server rejected the call or could not be reached; see
    /// <see cref="JourneyApiException.Outcome"/>.</exception>
    public virtual Task<bool> DeleteAsync(Id<TModel> id, CancellationToken cancellationToken = default)
        => DeleteAsync(id, DeviceWipeHandling.Refuse, cancellationToken);

    /// <summary>Deletes an object. Deleting an object of the app-user model locks the user and wipes the user's devices.</summary>
    /// <param name="id">The id.</param>
    /// <param name="handling">Whether devices can be wiped.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether the object existed.</returns>
    /// <inheritdoc cref="DeleteAsync(Id{TModel}, CancellationToken)" path="/exception"/>
    public virtual Task<bool> DeleteAsync(Id<TModel> id, DeviceWipeHandling handling, CancellationToken cancellationToken = default)
        => _calls.DeleteAsync(id.Value, handling, cancellationToken);

    /// <summary>Deletes an object. Deleting an object that does not exist is not an error.</summary>
    /// <param name="model">The object. Only its id is used.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether the object existed.</returns>
    /// <inheritdoc cref="DeleteAsync(Id{TModel}, CancellationToken)" path="/exception"/>
    public virtual Task<bool> DeleteAsync(TModel model, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        return DeleteAsync(model.State.IdOf<TModel>(), cancellationToken);
    }
}
