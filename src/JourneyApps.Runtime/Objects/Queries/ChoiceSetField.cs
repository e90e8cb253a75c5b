using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using JourneyApps.CompilerServices;
using JourneyApps.Internal.Objects.Queries;

namespace JourneyApps;

/// <summary>A multiple choice in queries. <c>==</c> compares all choices in their order; null and empty are different.</summary>
/// <typeparam name="TEnum">The field's enum.</typeparam>
/// <example><code>app.Jobs.Where(j =&gt; j.Tags.Contains(JobTags.Urgent))</code></example>
[SuppressMessage("Usage", "CA2225", Justification = "Operators are the point: they read as the query does.")]
public readonly struct ChoiceSetField<TEnum> : IFieldToken where TEnum : struct, Enum
{
    private readonly string? _name;

    /// <summary>Names the field.</summary>
    /// <param name="name">The JSON name.</param>
    public ChoiceSetField(string name) => _name = name;

    string? IFieldToken.FieldName => _name;

    /// <summary>The field has this value.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value, or null.</param>
    /// <returns>The filter.</returns>
    public static Filter operator ==(ChoiceSetField<TEnum> field, ChoiceSet<TEnum>? value) => Comparisons.Make(field._name, Comparisons.Equal, FilterArgument.From(value));

    /// <summary>The field has another value, or none.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value, or null.</param>
    /// <returns>The filter.</returns>
    public static Filter operator !=(ChoiceSetField<TEnum> field, ChoiceSet<TEnum>? value) => Comparisons.Make(field._name, Comparisons.NotEqual, FilterArgument.From(value));

    /// <summary>The field has no value.</summary>
    /// <returns>The filter.</returns>
    public Filter IsNull() => Comparisons.IsNull(_name, isNull: true);

    /// <summary>The field has a value.</summary>
    /// <returns>The filter.</returns>
    public Filter IsNotNull() => Comparisons.IsNull(_name, isNull: false);

    /// <summary>The choice is among the field's.</summary>
    /// <param name="value">The choice.</param>
    /// <returns>The filter.</returns>
    public Filter Contains(Choice<TEnum> value) => Comparisons.Make(_name, Comparisons.Contains, FilterArgument.From(value));

    /// <summary>All of these choices are among the field's, in any order.</summary>
    /// <param name="values">The choices; none match every field that has a value, an empty one too.</param>
    /// <returns>The filter.</returns>
    public Filter ContainsAll(ChoiceSet<TEnum> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Comparisons.Make(_name, Comparisons.Contains, FilterArgument.From(values));
    }

    /// <summary>At least one of these choices is among the field's.</summary>
    /// <param name="values">The choices.</param>
    /// <returns>The filter.</returns>
    public Filter ContainsAny(ChoiceSet<TEnum> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Comparisons.Among(_name, Comparisons.In, values, static value => FilterArgument.From(value));
    }

    /// <summary>None of these choices is among the field's; true for null.</summary>
    /// <param name="values">The choices.</param>
    /// <returns>The filter.</returns>
    public Filter ContainsNone(ChoiceSet<TEnum> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Comparisons.Among(_name, Comparisons.NotIn, values, static value => FilterArgument.From(value));
    }

    /// <inheritdoc/>
    [EditorBrowsable(Hide.Never)]
    public override bool Equals(object? obj) => obj is ChoiceSetField<TEnum> other && other._name == _name;

    /// <inheritdoc/>
    [EditorBrowsable(Hide.Never)]
    public override int GetHashCode() => _name is null ? 0 : _name.GetHashCode(StringComparison.Ordinal);
}
