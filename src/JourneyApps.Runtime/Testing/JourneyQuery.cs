using JourneyApps.CompilerServices;
using JourneyApps.Internal.Testing;

namespace JourneyApps.Testing;

/// <summary>Queries with a prepared answer, for tests of code that uses a mocked client.</summary>
public static class JourneyQuery
{
    /// <summary>A query that gives these objects, whatever is asked of it: conditions, orders and ranges change nothing.</summary>
    /// <typeparam name="TModel">The generated model.</typeparam>
    /// <typeparam name="TFields">The generated field tokens.</typeparam>
    /// <param name="items">The objects; <c>JourneyTestData.Read</c> makes them as the server would.</param>
    /// <example>
    /// <code>
    /// class FakeJobs : JobSet
    /// {
    ///     public override ObjectQuery&lt;Job, JobFields&gt; AsQuery() => JourneyQuery.From&lt;Job, JobFields&gt;(jobs);
    /// }
    /// </code>
    /// </example>
    public static ObjectQuery<TModel, TFields> From<TModel, TFields>(IEnumerable<TModel> items)
        where TModel : class, IModel<TModel>
        where TFields : struct
    {
        ArgumentNullException.ThrowIfNull(items);
        return new InMemoryQuery<TModel, TFields>([.. items]);
    }
}
