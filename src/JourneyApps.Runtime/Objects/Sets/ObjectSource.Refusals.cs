using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace JourneyApps;

// Operators of LINQ and of EF Core that people try and that the API does not have. The compiler says what to write instead, and
// IntelliSense does not offer them. Conditions take field tokens and selectors take objects, so that such a lambda compiles and this is the
// only error.
[SuppressMessage("Performance", "CA1822", Justification = "Refused members look like members of an instance.")]
[SuppressMessage("Design", "CA1065", Justification = "Refused members never run.")]
[SuppressMessage("Naming", "CA1720", Justification = "The names are those that people try.")]
[SuppressMessage("Design", "CA1024", Justification = "The names are those that people try.")]
public abstract partial class ObjectSource<TModel, TFields>
{
    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Await ToListAsync() instead.", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public List<TModel> ToList() => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Await ToListAsync() instead.", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public TModel[] ToArray() => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Await ToListAsync() instead.", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public HashSet<TModel> ToHashSet() => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Await ToListAsync(), and make the dictionary of the list.", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public Dictionary<TKey, TModel> ToDictionary<TKey>(Func<TModel, TKey> key) where TKey : notnull => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Await ToListAsync(), and make the lookup of the list.", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public ILookup<TKey, TModel> ToLookup<TKey>(Func<TModel, TKey> key) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Await FirstOrDefaultAsync() instead.", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public TModel First() => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Await FirstOrDefaultAsync(…) instead.", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public TModel First(Func<TFields, Filter> condition) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Await FirstOrDefaultAsync() instead.", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public TModel? FirstOrDefault() => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Await FirstOrDefaultAsync(…) instead.", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public TModel? FirstOrDefault(Func<TFields, Filter> condition) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Await OrderByDescending(…).FirstOrDefaultAsync() instead.", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public TModel Last() => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Await OrderByDescending(…).FirstOrDefaultAsync(…) instead.", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public TModel Last(Func<TFields, Filter> condition) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Await OrderByDescending(…).FirstOrDefaultAsync() instead.", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public TModel? LastOrDefault() => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Await OrderByDescending(…).FirstOrDefaultAsync(…) instead.", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public TModel? LastOrDefault(Func<TFields, Filter> condition) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Await SingleOrDefaultAsync() instead.", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public TModel Single() => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Await SingleOrDefaultAsync(…) instead.", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public TModel Single(Func<TFields, Filter> condition) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Await SingleOrDefaultAsync() instead.", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public TModel? SingleOrDefault() => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Await SingleOrDefaultAsync(…) instead.", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public TModel? SingleOrDefault(Func<TFields, Filter> condition) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Await Skip(index).FirstOrDefaultAsync() instead.", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public TModel ElementAt(int index) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Await AnyAsync() instead.", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public bool Any() => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Await AnyAsync(…) instead.", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public bool Any(Func<TFields, Filter> condition) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Await AnyAsync(…) with the opposite condition instead.", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public bool All(Func<TFields, Filter> condition) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Await FindAsync(item.Id) instead.", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public bool Contains(TModel item) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Await CountAsync() instead.", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public int Count() => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Await CountAsync(…) instead.", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public int Count(Func<TFields, Filter> condition) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Await CountAsync() instead.", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public long LongCount() => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete(
        "The API does not aggregate. Read the objects with AsAsyncEnumerable() or ToListAsync(), and "
        + "aggregate those; CountAsync counts on the server.",
        error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public double Sum(Func<TModel, double?> value) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete(
        "The API does not aggregate. Read the objects with AsAsyncEnumerable() or ToListAsync(), and "
        + "aggregate those; CountAsync counts on the server.",
        error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public double Average(Func<TModel, double?> value) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete(
        "Await OrderBy(…).FirstOrDefaultAsync() for the smallest or "
        + "OrderByDescending(…).FirstOrDefaultAsync() for the largest.",
        error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public TResult Min<TResult>(Func<TModel, TResult> value) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete(
        "Await OrderBy(…).FirstOrDefaultAsync() for the smallest or "
        + "OrderByDescending(…).FirstOrDefaultAsync() for the largest.",
        error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public TResult Max<TResult>(Func<TModel, TResult> value) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete(
        "The API does not aggregate. Read the objects with AsAsyncEnumerable() or ToListAsync(), and "
        + "aggregate those; CountAsync counts on the server.",
        error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public TResult Aggregate<TResult>(TResult seed, Func<TResult, TModel, TResult> step) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("The API returns whole objects. Read them with AsAsyncEnumerable() or ToListAsync(), and select from those.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public IAsyncEnumerable<TResult> Select<TResult>(Func<TModel, TResult> selector) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("The API returns whole objects. Read them with AsAsyncEnumerable() or ToListAsync(), and select from those.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public IAsyncEnumerable<TResult> SelectMany<TResult>(Func<TModel, IEnumerable<TResult>> selector) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("The API does not group. Read the objects with AsAsyncEnumerable() or ToListAsync(), and group those.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public IAsyncEnumerable<IGrouping<TKey, TModel>> GroupBy<TKey>(Func<TModel, TKey> key) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("The API does not join. Use Include for a related object, or join the lists on the client.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public IAsyncEnumerable<TResult> Join<TInner, TKey, TResult>(
        IEnumerable<TInner> inner, Func<TModel, TKey> outerKey, Func<TInner, TKey> innerKey, Func<TModel, TInner, TResult> result)
        => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Every object is returned once; remove Distinct().", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public ObjectQuery<TModel, TFields> Distinct() => AsQuery();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Use OrderBy or OrderByDescending.", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public ObjectQuery<TModel, TFields> Reverse() => AsQuery();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("The server cannot do this. Read the objects with AsAsyncEnumerable() or ToListAsync(), and use LINQ on them.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ObjectQuery<TModel, TFields> Concat(IEnumerable<TModel> other) => AsQuery();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("The server cannot do this. Read the objects with AsAsyncEnumerable() or ToListAsync(), and use LINQ on them.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ObjectQuery<TModel, TFields> Union(IEnumerable<TModel> other) => AsQuery();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("The server cannot do this. Read the objects with AsAsyncEnumerable() or ToListAsync(), and use LINQ on them.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ObjectQuery<TModel, TFields> Except(IEnumerable<TModel> other) => AsQuery();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("The server cannot do this. Read the objects with AsAsyncEnumerable() or ToListAsync(), and use LINQ on them.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ObjectQuery<TModel, TFields> Intersect(IEnumerable<TModel> other) => AsQuery();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("The server cannot do this. Read the objects with AsAsyncEnumerable() or ToListAsync(), and use LINQ on them.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ObjectQuery<TModel, TFields> TakeWhile(Func<TModel, bool> condition) => AsQuery();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("The server cannot do this. Read the objects with AsAsyncEnumerable() or ToListAsync(), and use LINQ on them.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ObjectQuery<TModel, TFields> SkipWhile(Func<TModel, bool> condition) => AsQuery();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Use OrderByDescending(…).Take(count).", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public ObjectQuery<TModel, TFields> TakeLast(int count) => AsQuery();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Use AsPages(), which returns the objects page by page.", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public IAsyncEnumerable<TModel[]> Chunk(int size) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Use AsAsyncEnumerable().", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public IEnumerable<TModel> AsEnumerable() => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Queries are built with Where, OrderBy, Take and Skip directly; remove AsQueryable().", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public IQueryable<TModel> AsQueryable() => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Queries do not track objects; remove AsNoTracking().", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public ObjectQuery<TModel, TFields> AsNoTracking() => AsQuery();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Await FirstOrDefaultAsync() instead.", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public Task<TModel> FirstAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Await FirstOrDefaultAsync(…) instead.", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public Task<TModel> FirstAsync(Func<TFields, Filter> condition, CancellationToken cancellationToken = default)
        => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Await SingleOrDefaultAsync() instead.", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public Task<TModel> SingleAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Await SingleOrDefaultAsync(…) instead.", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public Task<TModel> SingleAsync(Func<TFields, Filter> condition, CancellationToken cancellationToken = default)
        => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Await OrderByDescending(…).FirstOrDefaultAsync() instead.", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public Task<TModel?> LastOrDefaultAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Await ToListAsync() instead.", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public Task<TModel[]> ToArrayAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Await ToListAsync(), and make the dictionary of the list.", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public Task<Dictionary<TKey, TModel>> ToDictionaryAsync<TKey>(
        Func<TModel, TKey> key, CancellationToken cancellationToken = default) where TKey : notnull
        => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Await AnyAsync(…) with the opposite condition instead.", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public Task<bool> AllAsync(Func<TFields, Filter> condition, CancellationToken cancellationToken = default)
        => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Await CountAsync() instead.", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public Task<long> LongCountAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete(
        "The API does not aggregate. Read the objects with AsAsyncEnumerable() or ToListAsync(), and "
        + "aggregate those; CountAsync counts on the server.",
        error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Task<double> SumAsync(Func<TModel, double?> value, CancellationToken cancellationToken = default)
        => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete(
        "The API does not aggregate. Read the objects with AsAsyncEnumerable() or ToListAsync(), and "
        + "aggregate those; CountAsync counts on the server.",
        error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Task<double> AverageAsync(Func<TModel, double?> value, CancellationToken cancellationToken = default)
        => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete(
        "Await OrderBy(…).FirstOrDefaultAsync() for the smallest or "
        + "OrderByDescending(…).FirstOrDefaultAsync() for the largest.",
        error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Task<TResult> MinAsync<TResult>(Func<TModel, TResult> value, CancellationToken cancellationToken = default)
        => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete(
        "Await OrderBy(…).FirstOrDefaultAsync() for the smallest or "
        + "OrderByDescending(…).FirstOrDefaultAsync() for the largest.",
        error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Task<TResult> MaxAsync<TResult>(Func<TModel, TResult> value, CancellationToken cancellationToken = default)
        => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Use await foreach.", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public Task ForEachAsync(Action<TModel> action, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Await DeleteAllAsync() instead.", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public Task<int> ExecuteDeleteAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Await ToListAsync() instead.", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public TaskAwaiter<List<TModel>> GetAwaiter() => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Await ToListAsync() instead.", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public List<TModel> Result => throw new NotSupportedException();
}
