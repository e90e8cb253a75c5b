using System.Globalization;
using System.Runtime.CompilerServices;
using JourneyApps.CompilerServices;
using JourneyApps.Internal.Serialization.Models;
using JourneyApps.Internal.Transport.Requests;

namespace JourneyApps.Internal.Objects.Paging;

/// <summary>
/// Reads what was written since a time, by the documented list call: in order of <c>updated_at</c>, walking by its value instead of by position, because
/// every write moves a row. Times count whole seconds, so the ids of the last second are remembered.
/// </summary>
internal static class ChangedReader
{
    // A second that holds more than a page can only be read by position; it is read again until nothing new shows.
    private const int MostPassesOverASecond = 5;

    internal static async IAsyncEnumerable<TModel> ReadAsync<TModel>(
        ApiTransport transport, DateTimeOffset since, RequestOptions? options, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where TModel : class, IModel<TModel>
    {
        DateTimeOffset second = Floor(since);
        HashSet<string> seen = new(StringComparer.Ordinal);
        while (true)
        {
            ModelPage<TModel> page = await PageAsync<TModel>(transport, second, 0, options, cancellationToken).ConfigureAwait(false);
            DateTimeOffset last = second;
            List<string> ofLastSecond = [];
            foreach (TModel model in page.Objects)
            {
                DateTimeOffset at = Floor(UpdatedAt(model));
                if (at > last)
                {
                    last = at;
                    ofLastSecond.Clear();
                }
                if (at == last) ofLastSecond.Add(model.State.Id);
                if (at != second || seen.Add(model.State.Id)) yield return model;
            }
            if (!page.More) yield break;
            if (last > second)
            {
                second = last;
                seen = new HashSet<string>(ofLastSecond, StringComparer.Ordinal);
                continue;
            }
            await foreach (TModel model in CrowdedSecondAsync<TModel>(transport, second, seen, options, cancellationToken).ConfigureAwait(false)) yield return model;
            second = second.AddSeconds(1);
            seen.Clear();
        }
    }

    private static async IAsyncEnumerable<TModel> CrowdedSecondAsync<TModel>(
        ApiTransport transport, DateTimeOffset second, HashSet<string> seen, RequestOptions? options, [EnumeratorCancellation] CancellationToken cancellationToken)
        where TModel : class, IModel<TModel>
    {
        for (int pass = 0; pass < MostPassesOverASecond; pass++)
        {
            bool foundNew = false, isOver = false;
            for (int skip = 0; !isOver;)
            {
                ModelPage<TModel> page = await PageAsync<TModel>(transport, second, skip, options, cancellationToken).ConfigureAwait(false);
                foreach (TModel model in page.Objects)
                {
                    isOver = Floor(UpdatedAt(model)) > second;
                    if (isOver) break;
                    if (!seen.Add(model.State.Id)) continue;
                    foundNew = true;
                    yield return model;
                }
                skip += page.Received;
                isOver |= !page.More || page.Received == 0;
            }
            if (!foundNew) yield break;
        }
    }

    private static Task<ModelPage<TModel>> PageAsync<TModel>(
        ApiTransport transport, DateTimeOffset second, int skip, RequestOptions? options, CancellationToken cancellationToken)
        where TModel : class, IModel<TModel>
    {
        string time = Uri.EscapeDataString(second.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        string path = string.Create(
            CultureInfo.InvariantCulture,
            $"objects/{TModel.Info.Name}.json?q%5B_updated_at.gte%5D={time}&sort%5Bupdated_at%5D=1&limit={transport.Settings.PageSize}&skip={skip}");
        return PageReader.SendAsync<TModel>(
            transport, new ApiRequest(HttpMethod.Get, path, "list") { Model = TModel.Info.Name, Options = options }, cancellationToken);
    }

    private static DateTimeOffset UpdatedAt<TModel>(TModel model)
        where TModel : class, IModel<TModel>
        => model.State.UpdatedAt ?? throw new UnreadableResponseException($"The list of changed {TModel.Info.Name} objects failed: an object has no updated_at.");

    private static DateTimeOffset Floor(DateTimeOffset time) => new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
}
