using JourneyApps.Internal.Objects.Batches;

namespace JourneyApps;

/// <content>Writing single objects.</content>
public partial class ObjectSet<TModel, TFields>
{
    /// <summary>Creates a new object under its own id (a PUT), and takes the values that the server stored. After a failure the object is
    /// still new with the same id, so creating it again cannot create a duplicate; a create whose response was lost is looked up before
    /// anything is sent again.</summary>
    /// <param name="model">A new object: made by its constructor without arguments or by <c>New(id)</c>.</param>
    /// <param name="cancellationToken">Cancels the call; the object then stays new.</param>
    /// <exception cref="InvalidOperationException">The object is not new, or another write of it is in progress.</exception>
    /// <exception cref="JourneyApiException">The server refused it or could not be reached; see
    /// <see cref="JourneyApiException.Outcome"/>.</exception>
    public virtual Task CreateAsync(TModel model, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        return _calls.CreateAsync(model, cancellationToken);
    }

    /// <summary>Creates a new object unless there is one with its id, which is never overwritten: for imports that are started again after
    /// a crash, with ids from <c>Id.FromKey</c>. Where there is one, the object takes the server's values and keeps its own as changes, as
    /// far as they differ: <c>HasChanges</c> says whether they do, and <see cref="UpdateAsync(TModel, CancellationToken)"/> sends
    /// them.</summary>
    /// <param name="model">A new object.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>False when the object existed. When the first response was lost, it may have been created by an earlier attempt of this
    /// call.</returns>
    /// <exception cref="InvalidOperationException">The object is not new, or another write of it is in progress.</exception>
    /// <exception cref="JourneyApiException">The server refused it or could not be reached.</exception>
    public virtual Task<bool> CreateIfMissingAsync(TModel model, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        return ConditionalWrites.CreateIfMissingAsync(_calls, model, cancellationToken);
    }

    /// <summary>Creates the object when there is none with its id; otherwise sends the known fields that differ from what the server has,
    /// and nothing when none does.</summary>
    /// <remarks>The object is read first. Values are compared as they are sent: times in whole seconds, choice sets in any order; text is
    /// compared exactly, and an upload always differs. Fields that are not known here are not touched; a known null clears. Others who
    /// write between the reading and the write are overwritten field by field. When a response was lost, a created object may be reported
    /// as updated or unchanged. An object that was read is only updated, never created again.</remarks>
    /// <param name="model">The object, with the fields that matter set: <c>Job.New(id)</c> or <c>new Job(id)</c>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns><see cref="BatchStatus.Created"/>, <see cref="BatchStatus.Updated"/> or <see cref="BatchStatus.Unchanged"/>.</returns>
    /// <exception cref="InvalidOperationException">Another write of the object is in progress.</exception>
    /// <exception cref="ObjectChangedException">Others created or deleted the object each time that it was to be written.</exception>
    /// <exception cref="JourneyApiException">The server refused it or could not be reached; the object keeps its values as
    /// changes.</exception>
    public virtual Task<BatchStatus> CreateOrUpdateAsync(TModel model, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        return ConditionalWrites.CreateOrUpdateAsync(_calls, model, cancellationToken);
    }

    /// <summary>Sends the changed fields and nothing more (a PATCH); a null clears. Without changes there is no request.</summary>
    /// <param name="model">An object that exists: read, created, or made by the constructor that takes an id.</param>
    /// <param name="cancellationToken">Cancels the call; the object then is as changed as before.</param>
    /// <exception cref="InvalidOperationException">The object is new, or another write of it is in progress.</exception>
    /// <exception cref="ObjectNotFoundException">There is no such object.</exception>
    /// <exception cref="JourneyApiException">The server refused it or could not be reached; see
    /// <see cref="JourneyApiException.Outcome"/>.</exception>
    public virtual Task UpdateAsync(TModel model, CancellationToken cancellationToken = default)
        => UpdateAsync(model, WriteCondition.Always, cancellationToken);

    /// <summary>Sends the changed fields, on a condition.</summary>
    /// <param name="model">An object that exists.</param>
    /// <param name="condition">The condition; it makes a race shorter and does not remove it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ObjectChangedException">The condition did not hold; nothing was sent.</exception>
    /// <inheritdoc cref="UpdateAsync(TModel, CancellationToken)" path="/exception"/>
    public virtual Task UpdateAsync(TModel model, WriteCondition condition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        return _calls.UpdateAsync(model, condition, cancellationToken);
    }

    /// <summary>Replaces an object that was read (a PUT): every known field with a value is sent, everything else is cleared. Refused when
    /// that would clear values that this code cannot send back: members that it does not know, or a track.</summary>
    /// <param name="model">An object that was read.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="InvalidOperationException">The object was not read, or values would be lost; nothing was sent.</exception>
    /// <exception cref="JourneyApiException">The server refused it or could not be reached; see
    /// <see cref="JourneyApiException.Outcome"/>.</exception>
    public virtual Task ReplaceAsync(TModel model, CancellationToken cancellationToken = default)
        => ReplaceAsync(model, DataLossHandling.Refuse, cancellationToken);

    /// <summary>Replaces an object that was read, and says what happens to values that cannot be sent back.</summary>
    /// <param name="model">An object that was read.</param>
    /// <param name="handling">Whether such values may be cleared.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <inheritdoc cref="ReplaceAsync(TModel, CancellationToken)" path="/exception"/>
    public virtual Task ReplaceAsync(TModel model, DataLossHandling handling, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        return _calls.ReplaceAsync(model, handling, cancellationToken);
    }

    /// <summary>Creates the object or replaces what is stored under its id: fields that are not known here are cleared.</summary>
    /// <param name="model">A new object, or one of which every field is known.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="InvalidOperationException">Another write of the object is in progress.</exception>
    /// <exception cref="JourneyApiException">The server refused it or could not be reached; see
    /// <see cref="JourneyApiException.Outcome"/>.</exception>
    public virtual Task PutAsync(TModel model, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        return _calls.PutAsync(model, cancellationToken);
    }

    /// <summary>Deletes an object. Deleting an object that does not exist is not an error.</summary>
    /// <param name="id">The id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether it existed.</returns>
    /// <exception cref="InvalidOperationException">The model is the app-user model; use the overload with
    /// <see cref="DeviceWipeHandling"/>.</exception>
    /// <exception cref="JourneyApiException">The server refused it or could not be reached; see
    /// <see cref="JourneyApiException.Outcome"/>.</exception>
    public virtual Task<bool> DeleteAsync(Id<TModel> id, CancellationToken cancellationToken = default)
        => DeleteAsync(id, DeviceWipeHandling.Refuse, cancellationToken);

    /// <summary>Deletes an object; deleting one of the app-user model locks that user and wipes the user's devices.</summary>
    /// <param name="id">The id.</param>
    /// <param name="handling">Whether devices may be wiped.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether it existed.</returns>
    /// <inheritdoc cref="DeleteAsync(Id{TModel}, CancellationToken)" path="/exception"/>
    public virtual Task<bool> DeleteAsync(Id<TModel> id, DeviceWipeHandling handling, CancellationToken cancellationToken = default)
        => _calls.DeleteAsync(id.Value, handling, cancellationToken);

    /// <summary>Deletes an object. Deleting an object that does not exist is not an error.</summary>
    /// <param name="model">The object; only its id matters.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether it existed.</returns>
    /// <inheritdoc cref="DeleteAsync(Id{TModel}, CancellationToken)" path="/exception"/>
    public virtual Task<bool> DeleteAsync(TModel model, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        return DeleteAsync(new Id<TModel>(model.State.Id), cancellationToken);
    }
}
