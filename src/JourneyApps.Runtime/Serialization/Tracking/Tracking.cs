using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Internal.Serialization.Models;

namespace JourneyApps.CompilerServices;

/// <summary>What an object would send with its next update, for those who need to look. Kept off the models, where fields live.</summary>
public static class Tracking
{
    /// <summary>The schema names of the fields that were set since the object was read or written.</summary>
    /// <typeparam name="TModel">The model.</typeparam>
    /// <param name="model">The object.</param>
    /// <returns>JSON names, such as <c>title</c> or <c>site_id</c>, in the schema's order; empty when there is nothing to update.</returns>
    /// <example><code>log.Info(string.Join(", ", Tracking.ChangedFields(job)));</code></example>
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

    /// <summary>Lets the present values count as unchanged: the next update sends none of them. They stay known.</summary>
    /// <typeparam name="TModel">The model.</typeparam>
    /// <param name="model">The object.</param>
    public static void AcceptChanges<TModel>(TModel model) where TModel : class, IModel<TModel>
    {
        ArgumentNullException.ThrowIfNull(model);
        model.State.AcceptChanges();
    }
}
