using JourneyApps.Generator.Diagnostics;
using JourneyApps.Schema;

namespace JourneyApps.Generator.Naming;

/// <summary>Finds the chosen names that apply to nothing in the schema.</summary>
internal static class ChosenNameUse
{
    /// <summary>Adds a finding for each line that applies to nothing.</summary>
    /// <param name="findings">Receives them.</param>
    /// <param name="schema">The schema.</param>
    /// <param name="chosen">The choices.</param>
    public static void AddUnused(List<NameFinding> findings, DataModel schema, ChosenNames chosen)
    {
        foreach (ChosenName line in chosen.Lines)
        {
            if (!Applies(schema, line)) findings.Add(new(NamingRules.NamesLineUnused, [line.Key], null, line.Key));
        }
    }

    private static bool Applies(DataModel schema, ChosenName line)
    {
        if (schema.FindModel(line.Model) is not { } model) return false;
        if (line.Member is null) return true;
        foreach (Field field in model.Fields)
        {
            if (field.Name == line.Member) return line.Option is null || HasOption(field, line.Option);
        }

        return line.Option is null && IsRelationship(model, line.Member);
    }

    private static bool HasOption(Field field, string key)
    {
        foreach (FieldOption option in field.Options)
        {
            if (option.Key == key && field.Type != FieldType.Boolean) return true;
        }

        return false;
    }

    private static bool IsRelationship(Model model, string name)
    {
        foreach (BelongsTo link in model.BelongsTo)
        {
            if (link.Name == name || link.Name + "_id" == name) return true;
        }

        foreach (HasMany many in model.HasMany)
        {
            if (many.Name == name) return true;
        }

        return false;
    }
}
