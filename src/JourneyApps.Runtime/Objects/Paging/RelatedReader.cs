using JourneyApps.Internal.Objects.Codecs;
using JourneyApps.Internal.Objects.Single;

namespace JourneyApps.Internal.Objects.Paging;

/// <summary>Reads the related objects of a page by their ids: each once, shared by all objects that refer to it.</summary>
internal sealed class RelatedReader(ClientContext context, RequestOptions? options, CancellationToken cancellationToken) : ILinkVisitor
{
    public async Task VisitAsync<TModel, TTarget>(ModelLink<TModel, TTarget> link, IReadOnlyList<TModel> page)
        where TTarget : class, IModel<TTarget>
    {
        string[] ids = [.. page.Select(link.GetId).OfType<string>().Distinct(StringComparer.Ordinal)];
        if (ids.Length == 0) return;
        var targets = new ObjectCalls<TTarget>(context, ModelCodec<TTarget>.Instance, options);
        Dictionary<string, TTarget> related = await targets.ByIdAsync(ids, cancellationToken).ConfigureAwait(false);
        foreach (TModel model in page)
        {
            // An id without an object leaves the related object null: the platform keeps links to deleted objects.
            if (link.GetId(model) is { } id) link.Set(model, related.GetValueOrDefault(id));
        }
    }
}
