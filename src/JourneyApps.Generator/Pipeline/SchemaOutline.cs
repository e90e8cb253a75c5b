using JourneyApps.Generator.Emission;
using JourneyApps.Generator.Naming;
using JourneyApps.Schema;

namespace JourneyApps.Generator.Pipeline;

/// <summary>What of a schema decides the names of types. Stays equal when an ordinary field changes, so that nothing is named again.</summary>
/// <param name="Path">The file.</param>
/// <param name="Settings">Namespace and client.</param>
/// <param name="Models">The models that are generated, in the schema's order.</param>
internal sealed record SchemaOutline(string Path, SchemaSettings Settings, EquatableArray<ModelOutline> Models)
{
    /// <summary>The outline of a schema.</summary>
    /// <param name="schema">The schema.</param>
    public static SchemaOutline Of(SchemaModels schema)
    {
        EquatableArray<Model> models = schema.Generated();
        var outlines = new ModelOutline[models.Count];
        for (int i = 0; i < outlines.Length; i++) outlines[i] = new ModelOutline(models[i].Name, Choices(models[i]));
        return new SchemaOutline(schema.Path, schema.Settings, EquatableArray.Adopt(outlines));
    }

    private static EquatableArray<string> Choices(Model model)
    {
        int count = 0;
        foreach (Field field in model.Fields) count += FieldKinds.IsChoice(field.Type) ? 1 : 0;
        if (count == 0) return [];

        var names = new string[count];
        int next = 0;
        foreach (Field field in model.Fields)
        {
            if (FieldKinds.IsChoice(field.Type)) names[next++] = field.Name;
        }

        return EquatableArray.Adopt(names);
    }
}
