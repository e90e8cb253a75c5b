using JourneyApps.Internal.Features.Mirroring;

namespace JourneyApps.Mirroring;

/// <summary>The models that a mirror copies, each with its handler. Generated clients have one with a method per set: <c>app.Mirror(m =>
/// m.Jobs(handler).Sites(handler))</c>.</summary>
public class MirrorBuilder
{
    private readonly List<MirrorModel> _models = [];

    internal IReadOnlyList<MirrorModel> Models => _models;

    /// <summary>Adds a model. While loading, models come in the order in which they were added.</summary>
    /// <typeparam name="TModel">The generated model.</typeparam>
    /// <param name="handler">Keeps the copy of its objects; one handler may serve several models.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">The model was added before.</exception>
    public MirrorBuilder Add<TModel>(IMirrorHandler<TModel> handler)
        where TModel : class, IModel<TModel>
    {
        ArgumentNullException.ThrowIfNull(handler);
        string name = TModel.Info.Name;
        if (_models.Exists(model => model.Name == name))
            throw new ArgumentException($"The model '{name}' has a handler already.", nameof(handler));
        _models.Add(new MirrorModel<TModel>(handler));
        return this;
    }
}
