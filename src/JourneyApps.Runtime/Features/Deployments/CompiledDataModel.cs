using JourneyApps.CompilerServices;
using JourneyApps.Internal.Serialization.Models;

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
            if (!schema.TryFind(name, out ModelInfo? model)) continue;
            List<FieldDescription> fields = [];
            foreach (MemberInfo member in model.Members) fields.Add(Field(model, member));
            models.Add(new ModelDescription(name, fields));
        }
        return models;
    }

    private static FieldDescription Field(ModelInfo model, MemberInfo member) => member.Target is { } target
        ? new FieldDescription(member.Name[..^IdSuffix.Length], FieldKinds.Word(member.Kind), target, null)
        : new FieldDescription(member.Name, FieldKinds.Word(member.Kind), null, model.OptionsOf(member.Index));
}
