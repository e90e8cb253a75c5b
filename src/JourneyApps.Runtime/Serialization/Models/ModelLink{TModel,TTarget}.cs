namespace JourneyApps.Internal.Serialization.Models;

/// <summary>A belongs-to whose related model is known.</summary>
/// <param name="Name">The relationship's schema name.</param>
/// <param name="IdMember">The index of its id member.</param>
/// <param name="Get">Reads the id.</param>
/// <param name="Set">Sets the related object without marking anything.</param>
internal sealed record ModelLink<TModel, TTarget>(string Name, int IdMember, Func<TModel, Id<TTarget>?> Get, Action<TModel, TTarget?> Set)
    : ModelLink<TModel>(Name, IdMember)
    where TTarget : class, IModel<TTarget>
{
    public override string Target => TTarget.Info.Name;

    public override string? GetId(TModel model) => Get(model)?.Value;

    public override Task AcceptAsync(ILinkVisitor visitor, IReadOnlyList<TModel> page) => visitor.VisitAsync(this, page);
}
