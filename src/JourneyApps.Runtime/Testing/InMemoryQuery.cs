using System.Runtime.CompilerServices;
using JourneyApps.Internal.Objects.Paging;
using JourneyApps.Internal.Objects.Single;

namespace JourneyApps.Internal.Testing;

/// <summary>A query with a prepared result.</summary>
internal sealed class InMemoryQuery<TModel, TFields>(IReadOnlyList<TModel> items) : ObjectQuery<TModel, TFields>
    where TModel : class, IModel<TModel>
    where TFields : struct
{
    public override IAsyncEnumerable<Page<TModel>> AsPages() => PagesAsync();

    public override Task<int> CountAsync(CancellationToken cancellationToken = default) => Task.FromResult(items.Count);

    public override Task<TModel?> FindAsync(Id<TModel> id, CancellationToken cancellationToken = default)
        => Task.FromResult(items.FirstOrDefault(item => item.State.Id == id.Value));

    public override async Task<TModel> GetAsync(Id<TModel> id, CancellationToken cancellationToken = default)
        => await FindAsync(id, cancellationToken).ConfigureAwait(false)
            ?? throw new ObjectNotFoundException($"There is no {TModel.Info.Name} with this id.");

    private protected override ObjectQuery<TModel, TFields> With(ObjectCalls<TModel> calls, QuerySpec query, ModelLink<TModel>[] includes)
        => this;

    private async IAsyncEnumerable<Page<TModel>> PagesAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await ValueTask.CompletedTask.ConfigureAwait(false);
        yield return new Page<TModel>(items) { Total = items.Count };
    }
}
