using JourneyApps.Generator.Diagnostics;
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
        EquatableArray<ModelOutline> models,
        NameGrant[] classes,
        NameGrant[] derived,
        NameGrant[] sets,
        SchemaSettings settings)
    {
        int next = 0;
        for (int i = 0; i < models.Count; i++)
        {
            string model = models[i].Name;
            Class(findings, model, classes[i]);
            Derived(findings, model, null, classes[i].Name, "Fields", derived[next++]);
            Derived(findings, model, null, classes[i].Name, "Set", derived[next++]);
            foreach (string field in models[i].Choices) Derived(findings, model, field, classes[i].Name, "", derived[next++]);

            Set(findings, model, classes[i].Name, sets[i], settings);
        }
    }

    private static void Class(List<NameFinding> findings, string model, NameGrant grant)
    {
        if (grant.Outcome is NameOutcome.Plain or NameOutcome.Chosen) return;
        string plain = Identifier.FromSchemaName(model);
        var element = new ElementPath(ElementKind.Model, model);
        switch (grant.Outcome)
        {
            case NameOutcome.Reserved:
                findings.Add(new(NamingRules.TypeNameImported, [model, grant.Name, plain], element));
                break;
            case NameOutcome.Taken:
                findings.Add(new(NamingRules.NameTaken, [model, grant.Name, plain], element));
                break;
            case NameOutcome.ChoiceRefused:
                findings.Add(new(NamingRules.ChosenNameRefused, [model, grant.Name], null, model));
                break;
        }
    }

    private static void Derived(List<NameFinding> findings, string model, string? field, string className, string ending, NameGrant grant)
    {
        if (grant.Outcome == NameOutcome.Plain) return;
        string plain = className + (field is null ? ending : Identifier.FromSchemaName(field));
        ElementPath element = field is null
            ? new(ElementKind.Model, model)
            : new(ElementKind.Field, model, field);
        findings.Add(new(NamingRules.DerivedTypeRenamed, [grant.Name, plain], element));
    }

    private static void Set(List<NameFinding> findings, string model, string className, NameGrant grant, SchemaSettings settings)
    {
        switch (grant.Outcome)
        {
            case NameOutcome.Reserved or NameOutcome.Taken:
                findings.Add(new(
                    NamingRules.SetRenamed,
                    [model, settings.Client, grant.Name, Plural.Of(className)],
                    new ElementPath(ElementKind.Model, model)));
                break;
            case NameOutcome.ChoiceRefused:
                findings.Add(new(NamingRules.ChosenNameRefused, [model + "[]", grant.Name], null, model + "[]"));
                break;
        }
    }
}
