namespace JourneyApps.Schema.Naming;

/// <summary>Finds the property of a row that a has-many of another model is the other side of. Each model is named once, and only if such a
/// has-many exists.</summary>
/// <param name="schema">The schema.</param>
/// <param name="inputsOf">The inputs of a model without its has-many, which other names do not depend on.</param>
internal sealed class RowLinks(DataModel schema, Func<Model, ModelInputs?> inputsOf)
{
    private readonly Dictionary<string, RowSpec?> _rows = new(StringComparer.Ordinal);

    /// <summary>The property for a belongs-to of a model.</summary>
    public string? Find(string model, string link, CancellationToken cancellation)
    {
        if (!_rows.TryGetValue(model, out RowSpec? row))
        {
            row = schema.FindModel(model) is { } found && inputsOf(found) is { } inputs
                ? ModelNamer.Name(inputs, [], cancellation).Row
                : null;
            _rows[model] = row;
        }

        if (row is null) return null;
        foreach (RowLinkSpec candidate in row.Links)
        {
            if (candidate.SchemaName == link) return candidate.Property;
        }

        return null;
    }
}
