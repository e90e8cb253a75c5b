using JourneyApps.Internal.Objects.Codecs;

namespace JourneyApps.Internal.Objects.Single;

/// <summary>The object engine: each operation of the API on the objects of one model, once for generated models and records.
/// Immutable.</summary>
/// <typeparam name="T">The objects' class.</typeparam>
/// <param name="context">The client.</param>
/// <param name="codec">How objects are read and written.</param>
/// <param name="options">Limits of each request; null for the client's.</param>
internal sealed partial class ObjectCalls<T>(ClientContext context, ObjectCodec<T> codec, RequestOptions? options)
    where T : class
{
    /// <summary>How many ids one <c>id in ?</c> takes at most: the number that the platform's own client sends.</summary>
    internal const int IdsPerRequest = 1000;

    internal ClientContext Context => context;

    internal ObjectCodec<T> Codec => codec;

    internal RequestOptions? Options => options;

    internal string Model => codec.Model;

    internal ApiTransport Transport => context.Transport;

    internal int PageSize => Transport.Settings.PageSize;

    internal ObjectCalls<T> WithOptions(RequestOptions? other) => new(context, codec, other);

    internal async Task<T?> FindAsync(string id, string? embed, CancellationToken cancellationToken)
    {
        ApiRequest request = ObjectRequests.Get(Model, id, embed, options) with { MayBeMissing = true };
        try
        {
            return await Transport.SendAsync(request, response => ReadOne(response, id), cancellationToken).ConfigureAwait(false);
        }
        catch (ObjectNotFoundException)
        {
            return null;
        }
    }

    internal Task<T> GetAsync(string id, string? embed, CancellationToken cancellationToken)
        => Transport.SendAsync(ObjectRequests.Get(Model, id, embed, options), response => ReadOne(response, id), cancellationToken);

    internal async Task RefreshAsync(T item, CancellationToken cancellationToken)
        => codec.Refresh(item, await GetAsync(codec.IdOf(item), null, cancellationToken).ConfigureAwait(false));

    internal async Task<ManyResult<T>> GetManyAsync(IEnumerable<Id<T>> ids, CancellationToken cancellationToken)
    {
        Id<T>[] asked = [.. ids];
        Dictionary<string, T> found = await ByIdAsync(asked.Select(static id => id.Value), cancellationToken).ConfigureAwait(false);
        var objects = new List<T>(asked.Length);
        var missing = new List<Id<T>>();
        foreach (Id<T> id in asked)
        {
            if (found.TryGetValue(id.Value, out T? item)) objects.Add(item);
            else missing.Add(id);
        }
        return new ManyResult<T>(objects, missing);
    }

    /// <summary>Reads objects by their ids, 1,000 per request and several requests at the same time; the result lacks those that do not
    /// exist.</summary>
    internal async Task<Dictionary<string, T>> ByIdAsync(IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var all = new Dictionary<string, T>(StringComparer.Ordinal);
        var limit = new PageLimit(IdsPerRequest);
        string[][] parts = [.. ids.Distinct(StringComparer.Ordinal).Chunk(IdsPerRequest)];
        await Lanes.RunAsync(
            parts,
            Transport.Settings.MaxConcurrency,
            async (part, token) =>
            {
                Dictionary<string, T> found = await ByIdAsync(part, limit, token).ConfigureAwait(false);
                lock (all)
                {
                    foreach ((string id, T item) in found) all[id] = item;
                }
            },
            cancellationToken).ConfigureAwait(false);
        return all;
    }

    private async Task<Dictionary<string, T>> ByIdAsync(string[] wanted, PageLimit limit, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, T>(StringComparer.Ordinal);
        while (wanted.Length > 0)
        {
            string[] asked = [];
            ModelPage<T> page = await limit.SendAsync(Math.Min(IdsPerRequest, wanted.Length), count =>
            {
                asked = wanted[..count];
                return SendPageAsync(PageRequest(Among(asked), IdsPerRequest), cancellationToken);
            }).ConfigureAwait(false);
            // An id that the server spells differently is still the one that was asked for.
            HashSet<string> open = new(asked, StringComparer.OrdinalIgnoreCase);
            foreach (T item in page.Objects)
            {
                string id = codec.IdOf(item);
                if (open.TryGetValue(id, out string? known)) found[known] = item;
                else if (!found.ContainsKey(id)) throw NotAsked();
                open.Remove(id);
            }
            foreach (UnreadableRow row in page.Unreadable) open.Remove(row.Id ?? "");
            if (page.More && open.Count == asked.Length) throw ReadingProgress.Stalled($"Reading {Model} by ids");
            // The server can return fewer at once than were asked for.
            wanted = page.More ? [.. open, .. wanted[asked.Length..]] : wanted[asked.Length..];
        }
        return found;
    }

    /// <summary>The ids of a page's rows; empty for a row whose id cannot be read.</summary>
    internal IEnumerable<string> IdsOf(ModelPage<T> page)
        => page.Objects.Select(codec.IdOf).Concat(page.Unreadable.Select(static row => row.Id ?? ""));

    /// <summary>The condition for objects with one of these ids, at most <see cref="IdsPerRequest"/>.</summary>
    internal static Filter Among(string[] ids)
        => new RawFilter("id in ?", [RecordValue.List([.. ids.Select(static id => (RecordValue)id)])]);

    /// <summary>The condition for objects with none of these ids, at most <see cref="IdsPerRequest"/>.</summary>
    internal static Filter NotAmong(string[] ids)
        => new RawFilter("id not in ?", [RecordValue.List([.. ids.Select(static id => (RecordValue)id)])]);

    /// <summary>The request of one page, in the server's order.</summary>
    internal ApiRequest PageRequest(Filter? filter, int limit, long skip = 0, bool total = false)
        => ObjectRequests.Page(Model, filter, [], limit, skip, total, options);

    /// <summary>Sends the request of one page.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <param name="report">Whether the caller handles unreadable objects itself; otherwise they throw unless the client's options say to
    /// report them.</param>
    /// <exception cref="UnreadableObjectException">An object cannot be read.</exception>
    internal async Task<ModelPage<T>> SendPageAsync(ApiRequest request, CancellationToken cancellationToken, bool report = false)
    {
        ModelPage<T> page = await Transport.SendAsync(
            request,
            response =>
            {
                ModelPage<T> read = codec.ReadPage(response.Body.Span);
                read.Bytes = response.Body.Length;
                return read;
            },
            cancellationToken).ConfigureAwait(false);
        report |= Transport.Settings.ReportUnreadableObjects;
        return !report && page.Unreadable is [var first, ..] ? throw new UnreadableObjectException(first.Fault) : page;
    }

    private UnreadableResponseException NotAsked()
        => new($"Reading {Model} by ids failed: the server returned an object that was not asked for.");

    // An answer about another object is an unreadable answer.
    private T ReadOne(ApiResponse response, string id)
    {
        T answer = codec.ReadObject(response.Body.Span);
        return string.Equals(codec.IdOf(answer), id, StringComparison.OrdinalIgnoreCase)
            ? answer
            : throw new JsonException("The response contains a different object.");
    }
}
