using JourneyApps.Schema;

namespace JourneyApps.Internal.Serialization.Models;

/// <summary>The data model that a client was generated from, as far as the generated code describes it.</summary>
internal static class CompiledDataModel
{
    private const string IdSuffix = "_id";

    public static DataModel Describe(SchemaInfo schema)
    {
        List<Model> models = [];
        foreach (string name in schema.Names)
        {
            if (schema.TryFind(name, out IModelInfo? model)) models.Add(Describe(model.Untyped));
        }

        return new DataModel([.. models], schema.AppUserModel);
    }

    private static Model Describe(ModelInfo model)
    {
        List<Field> fields = [];
        List<BelongsTo> links = [];
        foreach (MemberInfo member in model.Members)
        {
            if (member.Target is { } target) links.Add(new BelongsTo(member.Name[..^IdSuffix.Length], target));
            else fields.Add(new Field(member.Name, "", member.Type, null, null, false, Options(model, member)));
        }

        return new Model(model.Name, "", false, [.. fields], [.. links], [], null, [], [], []);
    }

    private static IReadOnlyList<FieldOption> Options(ModelInfo model, MemberInfo member)
        => [.. (model.OptionsOf(member.Index) ?? []).Select(static option => new FieldOption(option.Key, null, option.Value))];
}
