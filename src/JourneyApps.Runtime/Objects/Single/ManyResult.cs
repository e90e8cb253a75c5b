namespace JourneyApps;

/// <summary>Objects that were read by their ids.</summary>
/// <typeparam name="TModel">The generated model, or <see cref="JourneyRecord"/>.</typeparam>
/// <param name="Objects">The objects that exist, in the order of the ids; an id given twice returns the same object twice.</param>
/// <param name="Missing">The ids without an object, in the order given.</param>
public sealed record ManyResult<TModel>(IReadOnlyList<TModel> Objects, IReadOnlyList<Id<TModel>> Missing);
