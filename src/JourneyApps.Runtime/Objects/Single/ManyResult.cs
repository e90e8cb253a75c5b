namespace JourneyApps;

/// <summary>The objects that were read by their ids.</summary>
/// <typeparam name="TModel">The generated model, or <see cref="JourneyRecord"/>.</typeparam>
/// <param name="Objects">The objects that exist, in the order of the ids. If an id was passed twice, the same object is returned
/// twice.</param>
/// <param name="Missing">The ids for which there is no object, in the order in which they were passed.</param>
public sealed record ManyResult<TModel>(IReadOnlyList<TModel> Objects, IReadOnlyList<Id<TModel>> Missing);
