using System.Runtime.CompilerServices;
using JourneyApps.CompilerServices;
using JourneyApps.Internal.Features.Deployments;

namespace JourneyApps.Internal.Objects.Paging;

/// <summary>A query whose answer is there already.</summary>
internal sealed class PreparedQuery<TModel, TFields>(IReadOnlyList<TModel> items) : ObjectQuery<TModel, TFields>
    where TModel : class, IModel<TModel>
    where TFields : struct
{
    public override IAsyncEnumerable<Page<TModel>> AsPages() => PagesAsync();

    public override Task<int> CountAsync(CancellationToken cancellationToken = default) => Task.FromResult(items.Count);

    public override Task<TModel?> FindAsync(Id<TModel> id, CancellationToken cancellationToken = default)
        => Task.FromResult(items.FirstOrDefault(item => item.State.Id == id.Value));

    public override async Task<TModel> GetAsync(Id<TModel> id, CancellationToken cancellationToken = default)
        => await FindAsync(id, cancellationToken).ConfigureAwait(false) ?? throw new ObjectNotFoundException($"There is no {TModel.Info.Name} with this id.");

    private protected override ObjectQuery<TModel, TFields> With(QueryPlan<TModel> plan) => this;

    private async IAsyncEnumerable<Page<TModel>> PagesAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await ValueTask.CompletedTask.ConfigureAwait(false);
        yield return new Page<TModel>(items) { Total = items.Count };
    }
}
