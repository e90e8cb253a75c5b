namespace JourneyApps;

/// <summary>Shows and resets what an object would send with its next update. Not members of the models, whose members are named by the
/// schema.</summary>
public static class JourneyTracking
{
    /// <summary>The schema names of the fields that were set since the object was read or written.</summary>
    /// <typeparam name="TModel">The model.</typeparam>
    /// <param name="model">The object.</param>
    /// <returns>JSON names, such as <c>title</c> or <c>site_id</c>, in the schema's order; empty when an update would send
    /// nothing.</returns>
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

    /// <summary>Treats the present values as unchanged, so that the next update does not send them. They stay known.</summary>
    /// <typeparam name="TModel">The model.</typeparam>
    /// <param name="model">The object.</param>
    public static void AcceptChanges<TModel>(TModel model) where TModel : class, IModel<TModel>
    {
        ArgumentNullException.ThrowIfNull(model);
        model.State.AcceptChanges();
    }
}
