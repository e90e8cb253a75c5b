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
    /// <param name="requests">What was asked for: each field, then each id, then each link.</param>
    /// <param name="grants">A grant for each field, then for each id, then for each link.</param>
    public static void Add(
        List<NameFinding> findings,
        string model,
        List<Field> fields,
        List<BelongsTo> links,
        NameRequest[] requests,
        NameGrant[] grants)
    {
        for (int i = 0; i < grants.Length; i++)
        {
            if (grants[i].Outcome is NameOutcome.Plain or NameOutcome.Chosen) continue;
            int link = (i - fields.Count) % Math.Max(1, links.Count);
            ElementPath element = i < fields.Count
                ? new(ElementKind.Field, model, fields[i].Name)
                : new(ElementKind.BelongsTo, model, links[link].Name);
            Add(findings, model, requests[i].SchemaName, element, requests[i].Plain, grants[i]);
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
