namespace JourneyApps.Schema.Naming;

/// <summary>A model with everything from other models that its code depends on: the names of their types. Any other change of another model
/// leaves this value equal.</summary>
/// <param name="Model">The model as the schema declares it.</param>
/// <param name="Names">The names of its types.</param>
/// <param name="BelongsTo">The belongs-to whose target is generated, in the schema's order.</param>
/// <param name="HasMany">The has-many whose target is generated, in the schema's order.</param>
/// <param name="Overrides">The name overrides for the model.</param>
internal sealed record ModelInputs(
    Model Model,
    ModelTypeNames Names,
    EquatableArray<BelongsToTarget> BelongsTo,
    EquatableArray<HasManyTarget> HasMany,
    NameOverrides Overrides)
{
    /// <summary>The inputs of each model in the schema's order; <see langword="null"/> for a model that is not generated.</summary>
    public static IEnumerable<ModelInputs?> OfSchema(DataModel schema, TypeNames names, CancellationToken cancellation)
    {
        var namesByModel = new Dictionary<string, ModelTypeNames>(names.Models.Count, StringComparer.Ordinal);
        foreach (ModelTypeNames model in names.Models) namesByModel.Add(model.Model, model);
        var rowLinks = new RowLinks(schema, model => namesByModel.TryGetValue(model.Name, out ModelTypeNames? own)
            ? new ModelInputs(model, own, BelongsToTargets(model, namesByModel, cancellation), [], names.Overrides.Of(model.Name))
            : null);
        return schema.Models.Select(model => namesByModel.TryGetValue(model.Name, out ModelTypeNames? own)
            ? new ModelInputs(
                model,
                own,
                BelongsToTargets(model, namesByModel, cancellation),
                HasManyTargets(schema, model, namesByModel, rowLinks, cancellation),
                names.Overrides.Of(model.Name))
            : null);
    }

    private static EquatableArray<BelongsToTarget> BelongsToTargets(
        Model model, Dictionary<string, ModelTypeNames> namesByModel, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (model.BelongsTo.Count == 0) return [];
        var targets = new BelongsToTarget[model.BelongsTo.Count];
        int count = 0;
        foreach (BelongsTo link in model.BelongsTo.AsSpan())
        {
            cancellation.ThrowIfCancellationRequested();
            if (!namesByModel.TryGetValue(link.Model, out ModelTypeNames? names)) continue;
            targets[count++] = new BelongsToTarget(link, names.Class, names.Row);
        }

        if (count < targets.Length) Array.Resize(ref targets, count);
        return EquatableArray.Adopt(targets);
    }

    private static EquatableArray<HasManyTarget> HasManyTargets(
        DataModel schema,
        Model model,
        Dictionary<string, ModelTypeNames> namesByModel,
        RowLinks rowLinks,
        CancellationToken cancellation)
    {
        if (model.HasMany.Count == 0) return [];
        var targets = new List<HasManyTarget>(model.HasMany.Count);
        foreach (HasMany many in model.HasMany.AsSpan())
        {
            cancellation.ThrowIfCancellationRequested();
            if (!namesByModel.TryGetValue(many.Model, out ModelTypeNames? names)) continue;
            // The platform does not check that a named inverse points back. Without the check, ids of different models would be compared.
            BelongsTo? inverse = schema.FindInverse(model, many);
            string? name = inverse?.Model == model.Name ? inverse.Name : null;
            string? rowLink = names.Row is null || name is null ? null : rowLinks.Find(many.Model, name, cancellation);
            targets.Add(new HasManyTarget(many.Name, many.Model, name, names.Class, names.Fields, names.Row, rowLink));
        }

        return targets.ToEquatableArray();
    }
}
