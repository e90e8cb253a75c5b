using JourneyApps.CompilerServices;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Internal.Objects.Paging;
using JourneyApps.Internal.Serialization.Models;
using JourneyApps.Internal.Serialization.Tracking;
using JourneyApps.Internal.Transport.Requests;

namespace JourneyApps.Internal.Objects.Single;

/// <summary>Reads single objects and objects by their ids.</summary>
internal static class ObjectReader
{
    /// <summary>The most ids that one <c>id in ?</c> takes: what the platform's own client sends.</summary>
    internal const int IdsPerRequest = 1000;

    internal static async Task<TModel?> FindAsync<TModel>(
        ApiTransport transport, string id, string? embed, RequestOptions? options, CancellationToken cancellationToken)
        where TModel : class, IModel<TModel>
    {
        ApiRequest request = ObjectRequests.Get(TModel.Info.Name, id, embed, options) with { MayBeMissing = true };
        try
        {
            return await transport.SendAsync(request, Answers.Object<TModel>, cancellationToken).ConfigureAwait(false);
        }
        catch (ObjectNotFoundException)
        {
            return null;
        }
    }

    internal static Task<TModel> GetAsync<TModel>(
        ApiTransport transport, string id, string? embed, RequestOptions? options, CancellationToken cancellationToken)
        where TModel : class, IModel<TModel>
        => transport.SendAsync(
            ObjectRequests.Get(TModel.Info.Name, id, embed, options),
            Answers.Object<TModel>,
            cancellationToken);

    internal static async Task RefreshAsync<TModel>(ApiTransport transport, TModel model, RequestOptions? options, CancellationToken cancellationToken)
        where TModel : class, IModel<TModel>
    {
        TModel read = await GetAsync<TModel>(transport, model.State.Id, null, options, cancellationToken).ConfigureAwait(false);
        ModelWrites.Refresh(model, read);
    }

    internal static async Task<ManyResult<TModel>> GetManyAsync<TModel>(
        ApiTransport transport, IEnumerable<Id<TModel>> ids, RequestOptions? options, CancellationToken cancellationToken)
        where TModel : class, IModel<TModel>
    {
        Id<TModel>[] asked = [.. ids];
        Dictionary<string, TModel> found = await ByIdAsync<TModel>(
            transport, [.. asked.Select(static id => id.Value).Distinct(StringComparer.Ordinal)], options, cancellationToken).ConfigureAwait(false);
        var objects = new List<TModel>(asked.Length);
        var missing = new List<Id<TModel>>();
        foreach (Id<TModel> id in asked)
        {
            if (found.TryGetValue(id.Value, out TModel? model)) objects.Add(model);
            else missing.Add(id);
        }
        return new ManyResult<TModel>(objects, missing);
    }

    /// <summary>Reads objects by their ids, 1,000 per request; those that are not there are not in the result.</summary>
    internal static async Task<Dictionary<string, TModel>> ByIdAsync<TModel>(
        ApiTransport transport, string[] ids, RequestOptions? options, CancellationToken cancellationToken)
        where TModel : class, IModel<TModel>
    {
        var found = new Dictionary<string, TModel>(ids.Length, StringComparer.Ordinal);
        foreach (string[] some in ids.Chunk(IdsPerRequest))
        {
            ApiRequest request = QueryRequests.Expression(TModel.Info.Name, "id in ?", writer => WriteIds(writer, some), [], IdsPerRequest, 0, false, options);
            ModelPage<TModel> page = await transport.SendAsync(request, Answers.Page<TModel>, cancellationToken).ConfigureAwait(false);
            if (page.Unreadable is [var unreadable, ..] && transport.Settings.UnreadableObjectHandling == UnreadableObjectHandling.Throw) throw new UnreadableObjectException(unreadable.Fault);
            foreach (TModel model in page.Objects) found[model.State.Id] = model;
        }
        return found;

        static void WriteIds(System.Text.Json.Utf8JsonWriter writer, string[] ids)
        {
            writer.WriteStartArray();
            foreach (string id in ids) writer.WriteStringValue(id);
            writer.WriteEndArray();
        }
    }

    /// <exception cref="ObjectChangedException">Somebody changed or deleted it since it was read.</exception>
    internal static async Task CheckUnchangedAsync<TModel>(ApiTransport transport, TModel model, RequestOptions? options, CancellationToken cancellationToken)
        where TModel : class, IModel<TModel>
    {
        DateTimeOffset known = model.State.UpdatedAt
            ?? throw new InvalidOperationException($"{model} was never read, so nobody can say whether it is unchanged.");
        TModel? now = await FindAsync<TModel>(transport, model.State.Id, null, options, cancellationToken).ConfigureAwait(false);
        if (now is null) throw new ObjectChangedException($"{model} was deleted since it was read.");
        if (now.State.UpdatedAt != known) throw new ObjectChangedException($"{model} was changed since it was read.");
    }
}
