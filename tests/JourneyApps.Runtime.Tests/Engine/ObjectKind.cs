using JourneyApps.Runtime.Tests.Http;

namespace JourneyApps.Runtime.Tests.Engine;

/// <summary>A kind of object that the engine handles: what tests need of it, by schema names. The model is job.</summary>
public abstract class ObjectKind
{
    internal static ObjectKind Of(string kind, EmulatedApp app) => kind == "models" ? new ModelKind(app.Client) : new RecordKind(app.Client);

    public abstract object Create(string? id = null);

    public abstract object Existing(string id);

    public abstract string IdOf(object item);

    public abstract bool IsNew(object item);

    public abstract bool HasChanges(object item);

    public abstract bool IsStale(object item);

    public abstract string? Title(object item);

    public abstract int? Crew(object item);

    public abstract void SetValues(object item, string? title = "", int? crew = -1, string[]? tags = null, DateTimeOffset? startedAt = null, string? notes = "");

    public abstract void SetPosition(object item, Location? position);

    public abstract void SetPhoto(object item, Func<Stream> open);

    public abstract Task CreateAsync(object item);

    public abstract Task<bool> CreateIfMissingAsync(object item);

    public abstract Task<BatchStatus> CreateOrUpdateAsync(object item);

    public abstract Task UpdateAsync(object item);

    public abstract Task PutAsync(object item);

    public abstract Task ReplaceAsync(object item);

    public abstract Task<bool> DeleteAsync(string id);

    public abstract Task<object?> FindAsync(string id);

    public abstract Task<object> GetAsync(string id);

    public abstract Task RefreshAsync(object item);

    public abstract Task<(List<object> Objects, List<string> Missing)> GetManyAsync(params string[] ids);

    public abstract BatchOperation Operation(BatchMethod method, object item);

    /// <summary>Ids of jobs with a crew from a number on, ordered by fields (a minus means descending); each but the first by ThenBy, or by OrderBy again.</summary>
    public abstract Task<List<object>> ListAsync(int fromCrew, string[] order, bool again = false, int? take = null, int skip = 0);

    public abstract Task<int> CountAsync(int? fromCrew);

    public abstract Task<List<(int Items, int Unreadable)>> PagesAsync(bool complete);
}
