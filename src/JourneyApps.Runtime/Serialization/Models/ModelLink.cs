namespace JourneyApps.Internal.Serialization.Models;

/// <summary>A belongs-to of a model, for loading its related objects.</summary>
internal abstract record ModelLink<TModel>(string Name, int IdMember)
{
    /// <summary>The related model's schema name.</summary>
    public abstract string Target { get; }

    /// <summary>The related object's id as text, or null.</summary>
    public abstract string? GetId(TModel model);

    /// <summary>The id of the related object that is loaded, or null.</summary>
    public abstract string? GetRelatedId(TModel model);

    /// <summary>Calls a visitor with the related model known.</summary>
    public abstract Task AcceptAsync(ILinkVisitor visitor, IReadOnlyList<TModel> page);
}
