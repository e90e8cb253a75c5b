using JourneyApps.Mirroring;

namespace JourneyApps.Internal.Features.Mirroring;

/// <summary>What one request of a load gave, as changes for the handler.</summary>
internal sealed record LoadedRows<TModel>(IReadOnlyList<MirrorChange<TModel>> Changes, bool More)
    : LoadedRows(Changes.Count, More)
    where TModel : class;
