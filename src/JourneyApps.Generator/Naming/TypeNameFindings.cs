using JourneyApps.Generator.Diagnostics;
using JourneyApps.Generator.Emission;
using JourneyApps.Generator.Pipeline;
using JourneyApps.Schema;

namespace JourneyApps.Generator.Naming;

/// <summary>Tells where the name of a type, or of a set, departs from the plain one.</summary>
internal static class TypeNameFindings
{
    /// <summary>Adds the findings of a schema.</summary>
    /// <param name="findings">Receives them.</param>
    /// <param name="models">The models.</param>
    /// <param name="classes">A grant for each model's class.</param>
    /// <param name="derived">The grants of tokens, set and enums of each model in turn.</param>
    /// <param name="sets">A grant for each model's set on the client.</param>
    /// <param name="settings">Where the types stand.</param>
    public static void Add(
        List<NameFinding> findings,
        IReadOnlyList<Model> models,
        NameGrant[] classes,
        NameGrant[] derived,
        NameGrant[] sets,
        SchemaSettings settings)
    {
        int next = 0;
        for (int i = 0; i < models.Count; i++)
        {
            Model model = models[i];
            Class(findings, model, classes[i]);
            Derived(findings, model, null, classes[i].Name + "Fields", derived[next++]);
            Derived(findings, model, null, classes[i].Name + "Set", derived[next++]);
            foreach (Field field in model.Fields)
            {
                if (FieldKinds.IsChoice(field.Type)) Derived(findings, model, field, classes[i].Name, derived[next++]);
            }

            Set(findings, model, Plural.Of(classes[i].Name), sets[i], settings);
        }
    }

    private static void Class(List<NameFinding> findings, Model model, NameGrant grant)
    {
        string plain = Identifier.FromSchemaName(model.Name);
        var element = new ElementPath(ElementKind.Model, model.Name);
        switch (grant.Outcome)
        {
            case NameOutcome.Reserved:
                findings.Add(new(NamingRules.TypeNameImported, [model.Name, grant.Name, plain], element));
                break;
            case NameOutcome.Taken:
                findings.Add(new(NamingRules.NameTaken, [model.Name, grant.Name, plain], element));
                break;
            case NameOutcome.ChoiceRefused:
                findings.Add(new(NamingRules.ChosenNameRefused, [model.Name, grant.Name], null, model.Name));
                break;
        }
    }

    private static void Derived(List<NameFinding> findings, Model model, Field? field, string plain, NameGrant grant)
    {
        if (grant.Outcome == NameOutcome.Plain) return;
        ElementPath element = field is null
            ? new(ElementKind.Model, model.Name)
            : new(ElementKind.Field, model.Name, field.Name);
        if (field is not null) plain += Identifier.FromSchemaName(field.Name);
        findings.Add(new(NamingRules.DerivedTypeRenamed, [grant.Name, plain], element));
    }

    private static void Set(List<NameFinding> findings, Model model, string plain, NameGrant grant, SchemaSettings settings)
    {
        switch (grant.Outcome)
        {
            case NameOutcome.Reserved or NameOutcome.Taken:
                findings.Add(new(
                    NamingRules.SetRenamed,
                    [model.Name, settings.Client, grant.Name, plain],
                    new ElementPath(ElementKind.Model, model.Name)));
                break;
            case NameOutcome.ChoiceRefused:
                findings.Add(new(NamingRules.ChosenNameRefused, [model.Name + "[]", grant.Name], null, model.Name + "[]"));
                break;
        }
    }
}
