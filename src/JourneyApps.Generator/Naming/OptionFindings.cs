using JourneyApps.Generator.Diagnostics;
using JourneyApps.Schema;

namespace JourneyApps.Generator.Naming;

/// <summary>Tells where an option's name is not simply its key in Pascal case.</summary>
internal static class OptionFindings
{
    /// <summary>Adds the findings of a choice field.</summary>
    /// <param name="findings">Receives them.</param>
    /// <param name="model">The model.</param>
    /// <param name="field">The field.</param>
    /// <param name="enumName">The enum.</param>
    /// <param name="options">The options that are generated.</param>
    /// <param name="grants">A grant for each.</param>
    /// <param name="integers">Whether the keys are integers; then labels are the rule, told once for the field.</param>
    public static void Add(
        List<NameFinding> findings,
        string model,
        Field field,
        string enumName,
        List<FieldOption> options,
        NameGrant[] grants,
        bool integers)
    {
        bool byLabel = false;
        for (int i = 0; i < grants.Length; i++)
        {
            string key = options[i].Key!;
            NameGrant grant = grants[i];
            if (grant.Outcome == NameOutcome.ChoiceRefused)
            {
                string line = model + "." + field.Name + "[\"" + key + "\"]";
                findings.Add(new(NamingRules.ChosenNameRefused, [line, enumName + "." + grant.Name], null, line));
            }
            else if (grant.Outcome == NameOutcome.Chosen)
            {
                continue;
            }
            else if (integers && grant.Outcome == NameOutcome.Plain)
            {
                byLabel = true;
            }
            else if (grant.Outcome != NameOutcome.Plain || grant.Name != Identifier.FromText(key))
            {
                int position = PositionOf(field, key);
                var element = new ElementPath(ElementKind.Option, model, field.Name, position);
                findings.Add(new(NamingRules.OptionRenamed, [key, enumName, grant.Name], element));
            }
        }

        if (byLabel)
        {
            var element = new ElementPath(ElementKind.Field, model, field.Name);
            findings.Add(new(NamingRules.OptionsNamedByLabel, [field.Name, model, enumName], element));
        }
    }

    private static int PositionOf(Field field, string key)
    {
        for (int i = 0; i < field.Options.Count; i++)
        {
            if (field.Options[i].Key == key) return i;
        }

        return -1;
    }
}
