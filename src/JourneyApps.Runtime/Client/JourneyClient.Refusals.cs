using System.ComponentModel;

namespace JourneyApps;

// Members of a DbContext that people try, and objects in the place of operations. The compiler says what to write instead, and IntelliSense
// does not offer them.
[SuppressMessage("Performance", "CA1822", Justification = "Refused members look like members of an instance.")]
public partial class JourneyClient
{
    private const string Nothing = "Nothing is pending: CreateAsync, UpdateAsync and DeleteAsync of a set write at once.";

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete(Nothing, error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public int SaveChanges() => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete(Nothing, error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public Task<int> SaveChangesAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Await CreateAsync(…) of the model's set instead.", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public void Add(object item) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Await UpdateAsync(…) of the model's set instead.", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public void Update(object item) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Await DeleteAsync(…) of the model's set instead.", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public void Remove(object item) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Pass operations, such as BatchOperation.Create(item) or BatchOperation.Update(item) of each object.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Task<BatchReport> WriteAsync(
        IEnumerable<object> items, BatchOptions? options = null, CancellationToken cancellationToken = default)
        => throw new NotSupportedException();
}
