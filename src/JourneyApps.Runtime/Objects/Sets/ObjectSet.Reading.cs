using JourneyApps.Internal.Objects.Single;

namespace JourneyApps;

/// <content>Reading single objects.</content>
public partial class ObjectSet<TModel, TFields>
{
    /// <summary>Reads one object.</summary>
    /// <param name="id">The id.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The object, or null when there is none.</returns>
    /// <exception cref="JourneyApiException">The server refused the call or could not be reached.</exception>
    public virtual Task<TModel?> FindAsync(Id<TModel> id, CancellationToken cancellationToken = default)
        => ObjectReader.FindAsync<TModel>(Transport, id.Value, null, _options, cancellationToken);

    /// <summary>Reads one object that must be there.</summary>
    /// <param name="id">The id.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The object.</returns>
    /// <exception cref="ObjectNotFoundException">There is none.</exception>
    /// <exception cref="JourneyApiException">The server refused the call or could not be reached.</exception>
    public virtual Task<TModel> GetAsync(Id<TModel> id, CancellationToken cancellationToken = default)
        => ObjectReader.GetAsync<TModel>(Transport, id.Value, null, _options, cancellationToken);

    /// <summary>Reads many objects by their ids, 1,000 per request.</summary>
    /// <param name="ids">The ids, in any number; the same one may come twice.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The objects in the order of their ids, and the ids of which there is none.</returns>
    /// <exception cref="JourneyApiException">The server refused the call or could not be reached.</exception>
    public virtual Task<ManyResult<TModel>> GetManyAsync(IEnumerable<Id<TModel>> ids, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return ObjectReader.GetManyAsync(Transport, ids, _options, cancellationToken);
    }

    /// <summary>Reads an object anew and takes over everything but the fields that were changed here and not yet written.</summary>
    /// <param name="model">An object that exists.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ObjectNotFoundException">There is none any more.</exception>
    /// <exception cref="JourneyApiException">The server refused the call or could not be reached.</exception>
    public virtual Task RefreshAsync(TModel model, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        return ObjectReader.RefreshAsync(Transport, model, _options, cancellationToken);
    }
}
