using JourneyApps.Schema;

namespace JourneyApps.Generator.Naming;

/// <summary>The names that the user chose for a schema, or the part of them that concerns one model.</summary>
/// <param name="Lines">The choices.</param>
internal readonly record struct ChosenNames(EquatableArray<ChosenName> Lines)
{
    /// <summary>The class name chosen for a model.</summary>
    /// <param name="model">The model.</param>
    public string? Model(string model) => Find(model, null, null, isSet: false)?.Name;

    /// <summary>The name chosen for a model's set.</summary>
    /// <param name="model">The model.</param>
    public string? Set(string model) => Find(model, null, null, isSet: true)?.Name;

    /// <summary>The name chosen for a field or relationship.</summary>
    /// <param name="model">The model.</param>
    /// <param name="member">The field or relationship.</param>
    public string? Member(string model, string member) => Find(model, member, null, isSet: false)?.Name;

    /// <summary>The name chosen for an option.</summary>
    /// <param name="model">The model.</param>
    /// <param name="field">The field.</param>
    /// <param name="option">The key.</param>
    public string? Option(string model, string field, string option) => Find(model, field, option, isSet: false)?.Name;

    /// <summary>The choices that concern one model; they change nothing elsewhere.</summary>
    /// <param name="model">The model.</param>
    public ChosenNames Of(string model)
    {
        List<ChosenName>? own = null;
        foreach (ChosenName line in Lines)
        {
            if (line.Model == model) (own ??= []).Add(line);
        }

        return own is null ? default : new ChosenNames(own.ToEquatableArray());
    }

    /// <summary>The line for an element.</summary>
    /// <param name="model">The model.</param>
    /// <param name="member">The member, if one is meant.</param>
    /// <param name="option">The option, if one is meant.</param>
    /// <param name="isSet">Whether the set is meant.</param>
    public ChosenName? Find(string model, string? member, string? option, bool isSet)
    {
        foreach (ChosenName line in Lines)
        {
            if (line.Model == model && line.Member == member && line.Option == option && line.IsSet == isSet) return line;
        }

        return null;
    }
}
