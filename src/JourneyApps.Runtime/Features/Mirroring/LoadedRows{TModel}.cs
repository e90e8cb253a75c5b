using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Mirroring;

namespace JourneyApps.Internal.Features.Mirroring;

/// <summary>What one request of a load gave, as changes for the handler.</summary>
internal sealed record LoadedRows<TModel>(IReadOnlyList<MirrorChange<TModel>> Changes, bool More, IReadOnlyList<string> Ids)
    : LoadedRows(Changes.Count, More, Ids)
    where TModel : class;
