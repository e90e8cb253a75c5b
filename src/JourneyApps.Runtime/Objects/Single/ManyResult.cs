namespace JourneyApps;

/// <summary>Objects that were asked for by their ids.</summary>
/// <typeparam name="TModel">The model.</typeparam>
/// <param name="Objects">Those that were found, in the order in which their ids were given; an id given twice gives the same object twice.</param>
/// <param name="Missing">The ids of which there is no object, in the order given.</param>
public sealed record ManyResult<TModel>(IReadOnlyList<TModel> Objects, IReadOnlyList<Id<TModel>> Missing);
