using System.ComponentModel;
using JourneyApps.Schema;

namespace JourneyApps.CompilerServices;

/// <summary>The models of a generated client, by schema name. Building it does not run the models' static constructors.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SchemaInfo
{
    private readonly Dictionary<string, Func<IModelInfo>> _models = new(StringComparer.Ordinal);
    private DataModel? _dataModel;

    /// <summary>A schema without models yet.</summary>
    /// <param name="appUserModel">The model whose objects are the app's users, where the generator knew it; null for the platform's usual
    /// name.</param>
    public SchemaInfo(string? appUserModel = null) => AppUserModel = appUserModel;

    /// <summary>The schema of a client without generated models.</summary>
    internal SchemaInfo(DataModel dataModel)
    {
        _dataModel = dataModel;
        Detail = DataModelDetail.Json;
        AppUserModel = dataModel.AppUserModel;
    }

    /// <summary>The data model that the client knows.</summary>
    internal DataModel DataModel => _dataModel ??= CompiledDataModel.Describe(this);

    /// <summary>How much of the data model is known.</summary>
    internal DataModelDetail Detail { get; } = DataModelDetail.GeneratedCode;

    /// <summary>The model whose objects are the app's users; null when the generator did not know it.</summary>
    internal string? AppUserModel { get; }

    /// <summary>The models' schema names, in the schema's order.</summary>
    internal IReadOnlyCollection<string> Names => _models.Keys;

    /// <summary>Adds a model.</summary>
    /// <typeparam name="TModel">The generated class.</typeparam>
    /// <param name="name">The schema name.</param>
    /// <returns>This description.</returns>
    public SchemaInfo Add<TModel>(string name) where TModel : class, IModel<TModel>
    {
        _models.Add(name, static () => TModel.Info);
        return this;
    }

    internal bool TryFind(string name, [NotNullWhen(true)] out IModelInfo? model)
    {
        model = _models.TryGetValue(name, out Func<IModelInfo>? find) ? find() : null;
        return model is not null;
    }
}
