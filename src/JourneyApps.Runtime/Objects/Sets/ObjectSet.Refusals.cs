using System.ComponentModel;

namespace JourneyApps;

// Members of queries that a set does not have.
[SuppressMessage("Performance", "CA1822", Justification = "Refused members look like members of an instance.")]
public partial class ObjectSet<TModel, TFields>
{
    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Add a condition: Where(…).DeleteAllAsync().", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public Task<BulkResult> DeleteAllAsync(BatchOptions? options = null, CancellationToken cancellationToken = default)
        => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Add a condition: Where(…).UpdateAllAsync(…).", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public Task<BulkResult> UpdateAllAsync(
        Action<TModel> change, BatchOptions? options = null, CancellationToken cancellationToken = default)
        => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Call OrderBy first.", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public ObjectQuery<TModel, TFields> ThenBy(Func<TFields, SortKey> key) => AsQuery();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Call OrderBy first.", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public ObjectQuery<TModel, TFields> ThenByDescending(Func<TFields, SortKey> key) => AsQuery();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Await CreateAsync(…) instead.", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public void Add(TModel item) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Await CreateAsync(…) instead.", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public Task AddAsync(TModel item) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Await WriteAsync(…) of the client with BatchOperation.Create(…) of each instead.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AddRange(IEnumerable<TModel> items) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Await UpdateAsync(…) instead.", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public void Update(TModel item) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Await DeleteAsync(…) instead.", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public void Remove(TModel item) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Await WriteAsync(…) of the client with BatchOperation.Delete(…) of each instead.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void RemoveRange(IEnumerable<TModel> items) => throw new NotSupportedException();
}
