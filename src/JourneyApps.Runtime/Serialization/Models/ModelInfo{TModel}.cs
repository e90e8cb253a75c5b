using System.ComponentModel;
using JourneyApps.Internal.Serialization.Models;
using JourneyApps.Internal.Values.Choices;

namespace JourneyApps.CompilerServices;

/// <summary>A generated model's description, with what makes and fills its objects.</summary>
/// <typeparam name="TModel">The generated class.</typeparam>
[EditorBrowsable(Hide.Never)]
public sealed class ModelInfo<TModel> : ModelInfo where TModel : class, IModel<TModel>
{
    private readonly Func<ModelState, TModel> _create;
    private readonly List<ModelLink<TModel>> _links = [];

    /// <summary>Takes the description as the generated code states it; nothing is parsed before the first use.</summary>
    /// <param name="name">The schema name.</param>
    /// <param name="className">The generated class's name.</param>
    /// <param name="create">Makes an object around a state.</param>
    /// <param name="members">One <c>name type</c> each, or <c>name belongs-to model</c>, in index order.</param>
    public ModelInfo(string name, string className, Func<ModelState, TModel> create, params string[] members)
        : base(name, className, members) => _create = create;

    internal IReadOnlyList<ModelLink<TModel>> Links => _links;

    internal override Type ModelType => typeof(TModel);

    /// <summary>Adds a belongs-to's related object. Its own member index comes after all members, in the order of these calls.</summary>
    /// <typeparam name="TTarget">The related model.</typeparam>
    /// <param name="name">The relationship's schema name.</param>
    /// <param name="idMember">The index of its id member.</param>
    /// <param name="getId">Reads the id.</param>
    /// <param name="set">Sets the related object without marking anything.</param>
    /// <returns>This description.</returns>
    public ModelInfo<TModel> Link<TTarget>(string name, int idMember, Func<TModel, Id<TTarget>?> getId, Action<TModel, TTarget?> set)
        where TTarget : class, IModel<TTarget>
    {
        _links.Add(new ModelLink<TModel, TTarget>(name, idMember, getId, set));
        AddLink(name);
        return this;
    }

    /// <summary>Says which enum a choice field has, so that its options can be compared with the deployed ones. Nothing is read before that.</summary>
    /// <typeparam name="TEnum">The generated enum.</typeparam>
    /// <param name="member">The field's member index.</param>
    /// <returns>This description.</returns>
    public ModelInfo<TModel> Options<TEnum>(int member) where TEnum : struct, Enum
    {
        AddOptions(member, static () => ChoiceTable<TEnum>.Instance.KeysAndLabels);
        return this;
    }

    internal TModel Create(ModelState state) => _create(state);

    internal override object ReadObject(ref ModelReader reader) => reader.Object<TModel>();
}
