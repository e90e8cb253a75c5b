using JourneyApps.CompilerServices;
using JourneyApps.Internal.Objects.Paging;
using JourneyApps.Internal.Objects.Queries;
using JourneyApps.Internal.Serialization.Models;

namespace JourneyApps;

/// <summary>
/// A query over the objects of one model: immutable, every operator gives a new one, and nothing is sent before it is read.
/// It is not an <c>IAsyncEnumerable</c>, so that no operator of LINQ reads the whole table unasked; use <c>await foreach</c> on it directly, or
/// <see cref="AsAsyncEnumerable"/> as the one door to LINQ. A <see cref="Filter"/> has no truth value of its own: <c>if (filter)</c> does compile and
/// means nothing.
/// </summary>
/// <typeparam name="TModel">The generated model.</typeparam>
/// <typeparam name="TFields">The generated field tokens.</typeparam>
/// <example>
/// <code>
/// await foreach (Job job in app.Jobs.Where(j => j.State == JobState.Busy &amp;&amp; j.Due &lt; today).OrderByDescending(j => j.Due).Include(j => j.Site))
///     Console.WriteLine($"{job.Title} at {job.Site?.Name}");
/// </code>
/// </example>
public partial class ObjectQuery<TModel, TFields>
    where TModel : class, IModel<TModel>
    where TFields : struct
{
    private readonly ClientContext _context;
    private readonly QueryPlan<TModel> _plan;

    internal ObjectQuery(ClientContext context, QueryPlan<TModel> plan)
    {
        _context = context;
        _plan = plan;
    }

    /// <summary>A query without a client, for mocking.</summary>
    protected ObjectQuery()
    {
        _context = ClientContext.None;
        _plan = QueryPlan<TModel>.Everything;
    }

    /// <summary>Only objects that meet a condition; several calls mean that all of them hold.</summary>
    /// <param name="condition">Says the condition in field tokens.</param>
    public virtual ObjectQuery<TModel, TFields> Where(Func<TFields, Filter> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return Where(condition(default));
    }

    /// <summary>Only objects that meet an expression in the platform's own language, for what tokens cannot say. Values are never part of the text.</summary>
    /// <param name="expression">Such as <c>title contains ? or cost > ?</c>, one question mark for each argument.</param>
    /// <param name="arguments">The values, in order.</param>
    public virtual ObjectQuery<TModel, TFields> WhereExpression(string expression, params RecordValue[] arguments)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(expression);
        ArgumentNullException.ThrowIfNull(arguments);
        return Where(new RawFilter(expression, [.. arguments]));
    }

    /// <summary>In rising order of a field, in place of any order given before. Where nulls come is the server's matter.</summary>
    /// <param name="key">Names the field; fields that the platform cannot order by do not fit here.</param>
    public virtual ObjectQuery<TModel, TFields> OrderBy(Func<TFields, SortKey> key) => With(_plan with { Order = [Key(key, isDescending: false)] });

    /// <summary>In falling order of a field, in place of any order given before.</summary>
    /// <param name="key">Names the field.</param>
    public virtual ObjectQuery<TModel, TFields> OrderByDescending(Func<TFields, SortKey> key) => With(_plan with { Order = [Key(key, isDescending: true)] });

    /// <summary>Where the order so far is equal: in rising order of a further field.</summary>
    /// <param name="key">Names the field.</param>
    public virtual ObjectQuery<TModel, TFields> ThenBy(Func<TFields, SortKey> key) => With(_plan with { Order = [.. _plan.Order, Key(key, isDescending: false)] });

    /// <summary>Where the order so far is equal: in falling order of a further field.</summary>
    /// <param name="key">Names the field.</param>
    public virtual ObjectQuery<TModel, TFields> ThenByDescending(Func<TFields, SortKey> key) => With(_plan with { Order = [.. _plan.Order, Key(key, isDescending: true)] });

    /// <summary>At most so many objects: exactly as many, each once, when there are as many. A second call can only lower it.</summary>
    /// <param name="count">How many, from 0.</param>
    public virtual ObjectQuery<TModel, TFields> Take(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return With(_plan with { Take = Math.Min(count, _plan.Take ?? int.MaxValue) });
    }

    /// <summary>Leaves out objects at the beginning; a second call adds to it. After <see cref="Take"/> it leaves out of those that were taken.</summary>
    /// <param name="count">How many, from 0.</param>
    public virtual ObjectQuery<TModel, TFields> Skip(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return With(_plan with { Skip = checked(_plan.Skip + count), Take = _plan.Take is { } take ? Math.Max(0, take - count) : null });
    }

    /// <summary>
    /// Fetches a related object with each object: on lists one request per 1,000 different ids of a page, shared by all that point to it; on single
    /// reads within the same request. May be called for several relationships.
    /// </summary>
    /// <typeparam name="TTarget">The related model.</typeparam>
    /// <param name="link">Names the relationship.</param>
    public virtual ObjectQuery<TModel, TFields> Include<TTarget>(Func<TFields, LinkField<TTarget>> link)
        where TTarget : class, IModel<TTarget>
    {
        ArgumentNullException.ThrowIfNull(link);
        string name = ((IFieldToken)link(default)).FieldName ?? throw new ArgumentException("A default field token names no relationship.", nameof(link));
        ModelLink<TModel> known = TModel.Info.Links.FirstOrDefault(candidate => candidate.Name == name)
            ?? throw new ArgumentException($"{TModel.Info.Name} has no relationship '{name}'.", nameof(link));
        return With(_plan with { Includes = [.. _plan.Includes.Where(other => other.Name != name), known] });
    }

    /// <summary>What is promised while others write.</summary>
    /// <param name="completeness">The promise.</param>
    public virtual ObjectQuery<TModel, TFields> WithConsistency(ReadConsistency completeness) => With(_plan with { ReadConsistency = completeness });

    /// <summary>Limits for the requests of this query.</summary>
    /// <param name="options">The limits.</param>
    public virtual ObjectQuery<TModel, TFields> WithOptions(RequestOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return With(_plan with { Options = options });
    }

    /// <summary>The expression that goes to the server, without values; empty when there is no condition.</summary>
    public override string ToString() => _plan.Filter is { } filter ? FilterRenderer.Render(filter).Expression : "";

    private protected virtual ObjectQuery<TModel, TFields> With(QueryPlan<TModel> plan) => new(_context, plan);

    private ObjectQuery<TModel, TFields> Where(Filter condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return With(_plan with { Filter = _plan.Filter is { } before ? before & condition : condition });
    }

    private static SortKey Key(Func<TFields, SortKey> key, bool isDescending)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new SortKey(key(default).Field, isDescending);
    }
}
