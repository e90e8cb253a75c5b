using JourneyApps.Internal.Features.Mirroring;

namespace JourneyApps.Mirroring;

/// <summary>The models that a mirror copies, with a handler for each. Generated clients have a builder with a method for each set:
/// <c>app.Mirror(m => m.Jobs(handler).Sites(handler))</c>.</summary>
public class MirrorBuilder
{
    private readonly List<HandledModel> _models = [];

    internal IReadOnlyList<HandledModel> Models => _models;

    /// <summary>Adds a model. The models are loaded in the order in which they are added.</summary>
    /// <typeparam name="TModel">The generated model.</typeparam>
    /// <param name="handler">The handler that maintains the copy. One handler can be used for several models.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">The model was already added.</exception>
    public MirrorBuilder Add<TModel>(IMirrorHandler<TModel> handler)
        where TModel : class, IModel<TModel>
    {
        ArgumentNullException.ThrowIfNull(handler);
        string name = TModel.Info.Name;
        if (_models.Exists(model => model.Name == name))
            throw new ArgumentException($"The model '{name}' already has a handler.", nameof(handler));
        _models.Add(new HandledModel<TModel>(handler));
        return this;
    }
}
