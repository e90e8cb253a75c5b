using System.ComponentModel;
using JourneyApps.Internal.Values.Choices;

namespace JourneyApps.CompilerServices;

/// <summary>The description of a generated model.</summary>
/// <typeparam name="TModel">The generated class.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ModelInfo<TModel> : IModelInfo where TModel : class, IModel<TModel>
{
    private readonly Func<ModelState, TModel> _create;
    private readonly List<ModelLink<TModel>> _links = [];

    /// <summary>Takes the description from the generated code; nothing is parsed before the first use.</summary>
    /// <param name="name">The schema name.</param>
    /// <param name="create">Makes an object around a state.</param>
    /// <param name="types">The type of each field, one letter each: <c>a</c> is the first value of
    /// <c>JourneyApps.Schema.FieldType</c>.</param>
    /// <param name="members">The JSON name of each member in index order; after the fields <c>site_id site</c> for each belongs-to.</param>
    public ModelInfo(string name, Func<ModelState, TModel> create, string types, params string[] members)
    {
        Untyped = new ModelInfo(name, types, members);
        _create = create;
    }

    /// <summary>The description without the class.</summary>
    internal ModelInfo Untyped { get; }

    ModelInfo IModelInfo.Untyped => Untyped;

    internal string Name => Untyped.Name;

    internal ReadOnlySpan<MemberInfo> Members => Untyped.Members;

    internal IReadOnlyList<ModelLink<TModel>> Links => _links;

    internal MemberInfo? FindMember(string name) => Untyped.FindMember(name);

    /// <summary>Adds a belongs-to's related object. Its own member index comes after all members, in the order of these calls.</summary>
    /// <typeparam name="TTarget">The related model.</typeparam>
    /// <param name="name">The relationship's schema name.</param>
    /// <param name="idMember">The index of its id member.</param>
    /// <param name="getId">Reads the id.</param>
    /// <param name="get">Reads the related object.</param>
    /// <param name="set">Sets the related object without marking anything.</param>
    /// <returns>This description.</returns>
    public ModelInfo<TModel> Link<TTarget>(
        string name, int idMember, Func<TModel, Id<TTarget>?> getId, Func<TModel, TTarget?> get, Action<TModel, TTarget?> set)
        where TTarget : class, IModel<TTarget>
    {
        _links.Add(new ModelLink<TModel, TTarget>(name, idMember, getId, get, set));
        Untyped.AddLink(name);
        return this;
    }

    /// <summary>Names the enum of a choice field, whose options can then be compared with the deployed ones. Nothing is read before
    /// that.</summary>
    /// <typeparam name="TEnum">The generated enum.</typeparam>
    /// <param name="member">The field's member index.</param>
    /// <returns>This description.</returns>
    public ModelInfo<TModel> Options<TEnum>(int member) where TEnum : struct, Enum
    {
        Untyped.AddOptions(member, static () => ChoiceTable<TEnum>.Instance.KeysAndLabels);
        return this;
    }

    /// <summary>The names of changed fields, for another serializer.</summary>
    /// <param name="state">The object's state.</param>
    /// <returns>Null for an object that was loaded and not changed.</returns>
    public string[]? Changes(in ModelState state) => Untyped.Changes(state);

    /// <summary>Decides what kind of object another serializer has read: new, loaded or changed.</summary>
    /// <param name="state">The object's state.</param>
    public void Restore(ref ModelState state) => Untyped.Restore(ref state);

    internal TModel Create(ModelState state) => _create(state);

    object IModelInfo.Read(ref ModelReader reader) => reader.Object<TModel>();
}
