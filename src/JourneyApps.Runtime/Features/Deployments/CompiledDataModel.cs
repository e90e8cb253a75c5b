using JourneyApps.CompilerServices;
using JourneyApps.Internal.Serialization.Models;
using JourneyApps.Schema;

namespace JourneyApps.Internal.Features.Deployments;

/// <summary>Describes the schema that a client was generated from.</summary>
internal static class CompiledDataModel
{
    private const string IdSuffix = "_id";

    internal static IReadOnlyList<ModelDescription> Describe(SchemaInfo schema)
    {
        List<ModelDescription> models = [];
        foreach (string name in schema.Names)
        {
            if (!schema.TryFind(name, out IModelInfo? model)) continue;
            List<FieldDescription> fields = [];
            foreach (MemberInfo member in model.Untyped.Members) fields.Add(Field(model.Untyped, member));
            models.Add(new ModelDescription(name, fields));
        }
        return models;
    }

    private static FieldDescription Field(ModelInfo model, MemberInfo member) => member.Target is { } target
        ? new FieldDescription(member.Name[..^IdSuffix.Length], "belongs-to", target, null)
        : new FieldDescription(member.Name, FieldTypeInfo.Of(member.Type).Word, null, model.OptionsOf(member.Index));
}
