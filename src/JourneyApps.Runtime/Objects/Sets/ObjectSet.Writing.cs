using JourneyApps.Internal.Objects.Single;

namespace JourneyApps;

/// <content>Writing single objects.</content>
public partial class ObjectSet<TModel, TFields>
{
    /// <summary>
    /// Creates a new object under its own id (a PUT), and takes over what the server made of it. After a failure the object is still new with the
    /// same id, so creating it again cannot make a second one; an answer that was lost is looked up before anything is sent again.
    /// </summary>
    /// <param name="model">A new object: made by its constructor without arguments or by <c>New(id)</c>.</param>
    /// <param name="cancellationToken">Ends the call; the object then stays new.</param>
    /// <exception cref="InvalidOperationException">The object is not new, or another write of it is under way.</exception>
    /// <exception cref="JourneyApiException">The server refused it or could not be reached; see <see cref="JourneyApiException.Outcome"/>.</exception>
    public virtual Task CreateAsync(TModel model, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        return ObjectWriter.CreateAsync(Transport, model, _options, cancellationToken);
    }

    /// <summary>
    /// Creates a new object unless there is one with its id, which is never overwritten: for imports that start again after a crash,
    /// with ids from <c>Id.FromKey</c>. The object then is as the server has it, whoever made it.
    /// </summary>
    /// <param name="model">A new object.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>False when it was there before. When the first answer was lost, a true can mean an earlier attempt of this call.</returns>
    /// <exception cref="InvalidOperationException">The object is not new, or another write of it is under way.</exception>
    /// <exception cref="JourneyApiException">The server refused it or could not be reached.</exception>
    public virtual Task<bool> CreateIfMissingAsync(TModel model, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        return CreateIfMissing.RunAsync(Transport, model, _options, cancellationToken);
    }

    /// <summary>Sends the changed fields and nothing more (a PATCH); a null clears. Without changes there is no request.</summary>
    /// <param name="model">An object that exists: read, created, or made by the constructor that takes an id.</param>
    /// <param name="cancellationToken">Ends the call; the object then is as changed as before.</param>
    /// <exception cref="InvalidOperationException">The object is new, or another write of it is under way.</exception>
    /// <exception cref="ObjectNotFoundException">There is no such object.</exception>
    /// <exception cref="JourneyApiException">The server refused it or could not be reached; see <see cref="JourneyApiException.Outcome"/>.</exception>
    public virtual Task UpdateAsync(TModel model, CancellationToken cancellationToken = default)
        => UpdateAsync(model, WriteCondition.Always, cancellationToken);

    /// <summary>Sends the changed fields, on a condition.</summary>
    /// <param name="model">An object that exists.</param>
    /// <param name="onlyIf">The condition; it narrows a race and does not close it.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ObjectChangedException">The condition did not hold; nothing was sent.</exception>
    /// <inheritdoc cref="UpdateAsync(TModel, CancellationToken)" path="/exception"/>
    public virtual async Task UpdateAsync(TModel model, WriteCondition onlyIf, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (onlyIf == WriteCondition.IfUnchanged && model.State.HasChanges)
            await ObjectReader.CheckUnchangedAsync(Transport, model, _options, cancellationToken).ConfigureAwait(false);
        await ObjectWriter.UpdateAsync(Transport, model, _options, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Replaces a read object whole (a PUT): every known field with a value is sent, everything else is cleared. Refused when something would be
    /// cleared that this code cannot send back: members that it does not know, or a track.
    /// </summary>
    /// <param name="model">An object that was read.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="InvalidOperationException">The object was not read whole.</exception>
    /// <exception cref="InvalidOperationException">Something would be lost; nothing was sent.</exception>
    /// <exception cref="JourneyApiException">The server refused it or could not be reached; see <see cref="JourneyApiException.Outcome"/>.</exception>
    public virtual Task ReplaceAsync(TModel model, CancellationToken cancellationToken = default)
        => ReplaceAsync(model, DataLossHandling.Refuse, cancellationToken);

    /// <summary>Replaces a read object whole, saying what is to happen with what cannot be sent back.</summary>
    /// <param name="model">An object that was read.</param>
    /// <param name="loss">Whether such members may be cleared.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <inheritdoc cref="ReplaceAsync(TModel, CancellationToken)" path="/exception"/>
    public virtual Task ReplaceAsync(TModel model, DataLossHandling loss, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        return ObjectWriter.ReplaceAsync(Transport, model, loss, _options, cancellationToken);
    }

    /// <summary>Creates the object or replaces what is stored under its id, whichever it is: fields that are not known here are cleared.</summary>
    /// <param name="model">A new object, or one that is known whole.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="JourneyApiException">The server refused it or could not be reached; see <see cref="JourneyApiException.Outcome"/>.</exception>
    public virtual Task PutAsync(TModel model, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        return ObjectWriter.PutAsync(Transport, model, _options, cancellationToken);
    }

    /// <summary>Deletes an object. Deleting what is not there is done, and no error.</summary>
    /// <param name="id">The id.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Whether it existed.</returns>
    /// <exception cref="InvalidOperationException">The model is the app-user model; use the overload with <c>allowWipe</c>.</exception>
    /// <exception cref="JourneyApiException">The server refused it or could not be reached; see <see cref="JourneyApiException.Outcome"/>.</exception>
    public virtual Task<bool> DeleteAsync(Id<TModel> id, CancellationToken cancellationToken = default) => DeleteAsync(id, allowWipe: false, cancellationToken);

    /// <summary>Deletes an object; deleting one of the app-user model locks that user and wipes the user's devices.</summary>
    /// <param name="id">The id.</param>
    /// <param name="allowWipe">That wiping is meant.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Whether it existed.</returns>
    /// <inheritdoc cref="DeleteAsync(Id{TModel}, CancellationToken)" path="/exception"/>
    public virtual Task<bool> DeleteAsync(Id<TModel> id, bool allowWipe, CancellationToken cancellationToken = default)
    {
        WipeCheck.Allow(Transport, TModel.Info.Name, allowWipe);
        return ObjectDeleter.DeleteAsync(Transport, TModel.Info.Name, id.Value, _options, cancellationToken);
    }

    /// <summary>Deletes an object. Deleting what is not there is done, and no error.</summary>
    /// <param name="model">The object; only its id matters.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Whether it existed.</returns>
    /// <inheritdoc cref="DeleteAsync(Id{TModel}, CancellationToken)" path="/exception"/>
    public virtual Task<bool> DeleteAsync(TModel model, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        return DeleteAsync(new Id<TModel>(model.State.Id), cancellationToken);
    }
}
