namespace JourneyApps.Schema.Naming;

/// <summary>The inputs of type naming. Edits of ordinary fields leave them equal, so that types are not named again.</summary>
/// <param name="Namespace">The namespace of the types.</param>
/// <param name="Client">The name of the client class.</param>
/// <param name="Models">The models that are generated, in the schema's order, each with its choice fields.</param>
/// <param name="HasRows">Whether each model also has a record for its rows in a copy.</param>
internal sealed record TypeNameInputs(
    string Namespace, string Client, EquatableArray<(string Name, EquatableArray<string> ChoiceFields)> Models, bool HasRows)
{
    /// <summary>The inputs of a schema.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="faultyModels">The models with errors; they are not generated.</param>
    /// <param name="ns">The namespace of the types.</param>
    /// <param name="client">The name of the client class.</param>
    /// <param name="hasRows">Whether each model also has a record for its rows in a copy.</param>
    public static TypeNameInputs Of(
        DataModel schema, IReadOnlyList<string> faultyModels, string ns, string client, bool hasRows = false)
    {
        var faulty = new HashSet<string>(faultyModels, StringComparer.Ordinal);
        var models = new List<(string, EquatableArray<string>)>(schema.Models.Count);
        foreach (Model model in schema.Models.AsSpan())
        {
            if (!faulty.Contains(model.Name)) models.Add((model.Name, ChoiceFields(model)));
        }

        return new TypeNameInputs(ns, client, models.ToEquatableArray(), hasRows);
    }

    private static EquatableArray<string> ChoiceFields(Model model)
    {
        int count = 0;
        foreach (Field field in model.Fields.AsSpan()) count += FieldTypeInfo.Of(field.Type).IsChoice ? 1 : 0;
        if (count == 0) return [];

        var names = new string[count];
        int next = 0;
        foreach (Field field in model.Fields.AsSpan())
        {
            if (FieldTypeInfo.Of(field.Type).IsChoice) names[next++] = field.Name;
        }

        return EquatableArray.Adopt(names);
    }
}
