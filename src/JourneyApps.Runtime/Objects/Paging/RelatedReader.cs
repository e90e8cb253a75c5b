using JourneyApps.CompilerServices;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Internal.Objects.Single;
using JourneyApps.Internal.Serialization.Models;
using JourneyApps.Internal.Transport.Requests;

namespace JourneyApps.Internal.Objects.Paging;

/// <summary>Fetches the related objects of a page: by their ids, each once, shared by all that point to it.</summary>
internal sealed class RelatedReader(ApiTransport transport, RequestOptions? options, CancellationToken cancellationToken) : ILinkVisitor
{
    internal static async Task IncludeAsync<TModel>(
        ApiTransport transport, QueryPlan<TModel> plan, IReadOnlyList<TModel> page, CancellationToken cancellationToken)
        where TModel : class, IModel<TModel>
    {
        if (plan.Includes.Length == 0 || page.Count == 0) return;
        var reader = new RelatedReader(transport, plan.Options, cancellationToken);
        foreach (ModelLink<TModel> link in plan.Includes) await link.AcceptAsync(reader, page).ConfigureAwait(false);
    }

    public async Task VisitAsync<TModel, TTarget>(ModelLink<TModel, TTarget> link, IReadOnlyList<TModel> page)
        where TTarget : class, IModel<TTarget>
    {
        string[] ids = [.. page.Select(link.GetId).OfType<string>().Distinct(StringComparer.Ordinal)];
        if (ids.Length == 0) return;
        Dictionary<string, TTarget> related = await ObjectReader.ByIdAsync<TTarget>(transport, ids, options, cancellationToken).ConfigureAwait(false);
        foreach (TModel model in page)
        {
            // An id that leads nowhere leaves the related object null: the platform does not clean up after deletes.
            if (link.GetId(model) is { } id) link.Set(model, related.GetValueOrDefault(id));
        }
    }
}
