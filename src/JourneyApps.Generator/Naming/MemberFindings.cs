using JourneyApps.Generator.Diagnostics;
using JourneyApps.Schema;

namespace JourneyApps.Generator.Naming;

/// <summary>Tells where the name of a member departs from the plain one.</summary>
internal static class MemberFindings
{
    /// <summary>Adds the findings of a model's properties.</summary>
    /// <param name="findings">Receives them.</param>
    /// <param name="model">The model.</param>
    /// <param name="fields">The fields.</param>
    /// <param name="links">The belongs-to.</param>
    /// <param name="grants">A grant for each field, then for each id, then for each link.</param>
    public static void Add(
        List<NameFinding> findings, string model, List<Field> fields, List<BelongsTo> links, NameGrant[] grants)
    {
        int next = 0;
        foreach (Field field in fields)
        {
            var element = new ElementPath(ElementKind.Field, model, field.Name);
            Add(findings, model, field.Name, element, Identifier.FromSchemaName(field.Name), grants[next++]);
        }

        foreach (BelongsTo link in links)
        {
            var element = new ElementPath(ElementKind.BelongsTo, model, link.Name);
            Add(findings, model, link.Name + "_id", element, Identifier.FromSchemaName(link.Name) + "Id", grants[next++]);
        }

        foreach (BelongsTo link in links)
        {
            var element = new ElementPath(ElementKind.BelongsTo, model, link.Name);
            Add(findings, model, link.Name, element, Identifier.FromSchemaName(link.Name), grants[next++]);
        }
    }

    /// <summary>Adds the finding of one member, if there is one.</summary>
    /// <param name="findings">Receives it.</param>
    /// <param name="model">The model.</param>
    /// <param name="member">The member's name in the schema.</param>
    /// <param name="element">Where it stands.</param>
    /// <param name="plain">The name that it would have had.</param>
    /// <param name="grant">The name that it got.</param>
    public static void Add(
        List<NameFinding> findings, string model, string member, ElementPath element, string plain, NameGrant grant)
    {
        switch (grant.Outcome)
        {
            case NameOutcome.Reserved:
                findings.Add(new(NamingRules.MemberReserved, [member, model, grant.Name, plain], element));
                break;
            case NameOutcome.Taken:
                findings.Add(new(NamingRules.NameTaken, [model + "." + member, grant.Name, plain], element));
                break;
            case NameOutcome.ChoiceRefused:
                string key = model + "." + member;
                findings.Add(new(NamingRules.ChosenNameRefused, [key, grant.Name], null, key));
                break;
        }
    }
}
