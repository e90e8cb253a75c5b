namespace JourneyApps.Schema.Naming;

/// <summary>The name overrides for a schema or for one of its models.</summary>
internal readonly record struct NameOverrides(EquatableArray<NameOverride> Items)
{
    /// <summary>The class name of a model.</summary>
    public string? Model(string model) => Find(model, null, null, isSet: false);

    /// <summary>The name of a model's set.</summary>
    public string? Set(string model) => Find(model, null, null, isSet: true);

    /// <summary>The name of a field or relationship.</summary>
    public string? Member(string model, string member) => Find(model, member, null, isSet: false);

    /// <summary>The name of an option.</summary>
    public string? Option(string model, string field, string option) => Find(model, field, option, isSet: false);

    /// <summary>The overrides for one model; a change of any other leaves them equal.</summary>
    public NameOverrides Of(string model)
    {
        List<NameOverride>? own = null;
        foreach (NameOverride item in Items)
        {
            if (item.Model == model) (own ??= []).Add(item);
        }

        return own is null ? default : new NameOverrides(own.ToEquatableArray());
    }

    /// <summary>Reports each override whose element is not in the schema.</summary>
    public void AddUnused(DataModel schema, List<NamingDiagnostic> diagnostics)
    {
        foreach (NameOverride item in Items)
        {
            if (!Applies(schema, item)) diagnostics.Add(new(NamingRules.OverrideUnused, [item.Key], null, item.Key));
        }
    }

    private static bool Applies(DataModel schema, NameOverride item)
    {
        if (schema.FindModel(item.Model) is not { } model) return false;
        if (item.Member is null) return true;
        foreach (Field field in model.Fields.AsSpan())
        {
            if (field.Name == item.Member) return item.Option is null || HasOption(field, item.Option);
        }

        return item.Option is null && HasRelationship(model, item.Member);
    }

    private static bool HasOption(Field field, string key)
    {
        if (!FieldTypeInfo.Of(field.Type).IsChoice) return false;
        foreach (FieldOption option in field.Options.AsSpan())
        {
            if (option.Key == key) return true;
        }

        return false;
    }

    private static bool HasRelationship(Model model, string name)
    {
        foreach (BelongsTo link in model.BelongsTo.AsSpan())
        {
            if (link.Name == name || link.Name + "_id" == name) return true;
        }

        foreach (HasMany many in model.HasMany.AsSpan())
        {
            if (many.Name == name) return true;
        }

        return false;
    }

    private string? Find(string model, string? member, string? option, bool isSet)
    {
        foreach (NameOverride item in Items)
        {
            if (item.Model == model && item.Member == member && item.Option == option && item.IsSet == isSet) return item.Name;
        }

        return null;
    }
}
