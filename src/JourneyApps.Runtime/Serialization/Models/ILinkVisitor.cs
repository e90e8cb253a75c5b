namespace JourneyApps.Internal.Serialization.Models;

/// <summary>Visits a belongs-to whose related model is not known at compile time.</summary>
internal interface ILinkVisitor
{
    /// <summary>Does it.</summary>
    Task VisitAsync<TModel, TTarget>(ModelLink<TModel, TTarget> link, IReadOnlyList<TModel> page)
        where TTarget : class, IModel<TTarget>;
}
