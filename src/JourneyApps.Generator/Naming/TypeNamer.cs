using JourneyApps.Generator.Pipeline;
using JourneyApps.Generator.Specs;
using JourneyApps.Schema;
using JourneyApps.Schema.Reading;

namespace JourneyApps.Generator.Naming;

/// <summary>
/// Names everything that stands in the namespace: classes, token structs, sets and enums, and the sets on the client. All models of a
/// schema together, because they share one scope; members are named model by model.
/// </summary>
internal static class TypeNamer
{
    private const string ClassSuffix = "Model";
    private const string TokensSuffix = "Tokens";
    private const string SetClassSuffix = "Objects";
    private const string EnumSuffix = "Choice";
    private const string SetPropertySuffix = "Set";

    /// <summary>Names the types of a schema.</summary>
    /// <param name="models">The models that are generated.</param>
    /// <param name="settings">Namespace and client.</param>
    /// <param name="chosen">What the user chose.</param>
    /// <param name="findings">Receives what is worth knowing.</param>
    /// <returns>The names, in the order of the models.</returns>
    public static ModelTypeNames[] Name(
        EquatableArray<ModelOutline> models, SchemaSettings settings, ChosenNames chosen, List<NameFinding> findings)
    {
        bool IsReserved(string name) => ReservedTypes.Contains(name, settings);

        NameGrant[] classes = NameScope.Assign(ClassRequests(models, chosen), IsReserved);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (NameGrant grant in classes) taken.Add(grant.Name);

        NameGrant[] derived = NameScope.Assign(
            DerivedRequests(models, classes, chosen), name => taken.Contains(name) || IsReserved(name));
        NameGrant[] sets = NameScope.Assign(
            SetRequests(models, classes, chosen), name => name == settings.Client || ReservedMembers.OnClient(name));

        TypeNameFindings.Add(findings, models, classes, derived, sets, settings);
        return Collect(models, classes, derived, sets);
    }

    private static NameRequest[] ClassRequests(EquatableArray<ModelOutline> models, ChosenNames chosen)
    {
        var requests = new NameRequest[models.Count];
        for (int i = 0; i < requests.Length; i++)
        {
            string name = models[i].Name;
            requests[i] = new NameRequest(Identifier.FromSchemaName(name), name, 0, ClassSuffix, chosen.Model(name));
        }

        return requests;
    }

    // Tokens, set and enums of each model in turn; Collect reads them back in the same order.
    private static NameRequest[] DerivedRequests(EquatableArray<ModelOutline> models, NameGrant[] classes, ChosenNames chosen)
    {
        var requests = new List<NameRequest>(models.Count * 3);
        for (int i = 0; i < models.Count; i++)
        {
            ModelOutline model = models[i];
            string name = classes[i].Name;
            requests.Add(new NameRequest(name + "Fields", model.Name, 0, TokensSuffix));
            requests.Add(new NameRequest(name + "Set", model.Name, 1, SetClassSuffix));
            foreach (string field in model.Choices)
            {
                string property = chosen.Member(model.Name, field) ?? Identifier.FromSchemaName(field);
                requests.Add(new NameRequest(name + property, model.Name + "." + field, 2, EnumSuffix));
            }
        }

        return [.. requests];
    }

    private static NameRequest[] SetRequests(EquatableArray<ModelOutline> models, NameGrant[] classes, ChosenNames chosen)
    {
        var requests = new NameRequest[models.Count];
        for (int i = 0; i < requests.Length; i++)
        {
            string name = models[i].Name;
            requests[i] = new NameRequest(Plural.Of(classes[i].Name), name, 0, SetPropertySuffix, chosen.Set(name));
        }

        return requests;
    }

    private static ModelTypeNames[] Collect(
        EquatableArray<ModelOutline> models, NameGrant[] classes, NameGrant[] derived, NameGrant[] sets)
    {
        var result = new ModelTypeNames[models.Count];
        int next = 0;
        for (int i = 0; i < result.Length; i++)
        {
            string fields = derived[next++].Name;
            string set = derived[next++].Name;
            var enums = new string[models[i].Choices.Count];
            for (int e = 0; e < enums.Length; e++) enums[e] = derived[next++].Name;
            result[i] = new ModelTypeNames(classes[i].Name, fields, set, sets[i].Name, EquatableArray.Adopt(enums));
        }

        return result;
    }
}
