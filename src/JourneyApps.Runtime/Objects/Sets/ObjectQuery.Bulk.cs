using JourneyApps.CompilerServices;
using JourneyApps.Internal.Objects.Bulk;
using JourneyApps.Internal.Objects.Single;

namespace JourneyApps;

/// <content>Changing everything that meets the condition.</content>
public partial class ObjectQuery<TModel, TFields>
{
    /// <summary>
    /// Changes every object that meets the condition. The ids are collected first; each object is then changed only if it still meets the condition
    /// shortly before it is written. There are no transactions: what was done stays done.
    /// </summary>
    /// <param name="change">Sets fields of a stand-in that knows nothing but its id; what it sets is sent.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="cancellationToken">Ends it; what was done stays done.</param>
    /// <exception cref="InvalidOperationException">
    /// There is no condition, it compares with null by an operator, or the query has an order or a range.
    /// </exception>
    /// <exception cref="BatchCanceledException">It was cancelled while writing; the report covers the last thousand.</exception>
    /// <exception cref="JourneyApiException">Reading failed.</exception>
    /// <example><code>await app.Jobs.Where(j => j.State == JobState.Busy).UpdateAllAsync(j => j.State = JobState.Done);</code></example>
    public virtual Task<BulkResult> UpdateAllAsync(Action<TModel> change, BulkOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        return BulkRunner.RunAsync(
            _context.Transport,
            _plan,
            id =>
            {
                TModel model = TModel.Info.Create(ModelState.Existing(id));
                change(model);
                return BatchOperation.Update(model);
            },
            options,
            cancellationToken);
    }

    /// <summary>Deletes every object that meets the condition, in the same way. Objects that point at a deleted one keep its id.</summary>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="cancellationToken">Ends it; what was done stays done.</param>
    /// <inheritdoc cref="UpdateAllAsync" path="/exception"/>
    public virtual Task<BulkResult> DeleteAllAsync(BulkOptions? options = null, CancellationToken cancellationToken = default)
    {
        if (options is not { DryRun: true }) WipeCheck.Allow(_context.Transport, TModel.Info.Name, options?.AllowWipe ?? false);
        return BulkRunner.RunAsync(_context.Transport, _plan, static id => BatchOperation.Delete(new Id<TModel>(id)), options, cancellationToken);
    }
}
