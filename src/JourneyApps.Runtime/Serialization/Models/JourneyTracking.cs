namespace JourneyApps;

/// <summary>Returns and resets the changes that the next update of an object sends. These methods are not members of the models, because
/// the schema determines the names of a model's members.</summary>
public static class JourneyTracking
{
    /// <summary>Returns the names, in the schema, of the fields that were set after the object was last read or written.</summary>
    /// <typeparam name="TModel">The model.</typeparam>
    /// <param name="model">The object.</param>
    /// <returns>The JSON names, such as <c>title</c> or <c>site_id</c>, in the schema's order; empty if an update would not send
    /// anything.</returns>
    /// <example><code>log.Info(string.Join(", ", JourneyTracking.ChangedFields(job)));</code></example>
    public static IReadOnlyList<string> ChangedFields<TModel>(TModel model) where TModel : class, IModel<TModel>
    {
        ArgumentNullException.ThrowIfNull(model);
        FieldMask changed = model.State.Changed;
        List<string> names = new(changed.Count);
        foreach (MemberInfo member in TModel.Info.Members)
        {
            if (changed[member.Index])
                names.Add(member.Name);
        }

        return names;
    }

    /// <summary>Marks the current values as unchanged, so that the next update does not send them. They remain known.</summary>
    /// <typeparam name="TModel">The model.</typeparam>
    /// <param name="model">The object.</param>
    public static void AcceptChanges<TModel>(TModel model) where TModel : class, IModel<TModel>
    {
        ArgumentNullException.ThrowIfNull(model);
        model.State.AcceptChanges();
        model.OnStateChanged();
    }
}
