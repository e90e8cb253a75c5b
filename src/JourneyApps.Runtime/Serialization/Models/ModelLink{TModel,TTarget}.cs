namespace JourneyApps.Internal.Serialization.Models;

/// <summary>A belongs-to whose related model is known.</summary>
internal sealed record ModelLink<TModel, TTarget>(
    string Name, int IdMember, Func<TModel, Id<TTarget>?> Get, Func<TModel, TTarget?> GetRelated, Action<TModel, TTarget?> Set)
    : ModelLink<TModel>(Name, IdMember)
    where TTarget : class, IModel<TTarget>
{
    public override string Target => TTarget.Info.Name;

    public override string? GetId(TModel model) => Get(model)?.Value;

    public override string? GetRelatedId(TModel model) => GetRelated(model)?.State.Id;

    public override Task AcceptAsync(ILinkVisitor visitor, IReadOnlyList<TModel> page) => visitor.VisitAsync(this, page);
}
