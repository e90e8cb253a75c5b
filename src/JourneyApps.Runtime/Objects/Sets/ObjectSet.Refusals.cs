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
}
