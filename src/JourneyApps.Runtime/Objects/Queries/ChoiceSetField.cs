using System.ComponentModel;

namespace JourneyApps;

/// <summary>A multiple choice in queries. <c>==</c> compares all options in their order; null and an empty set are different
/// values.</summary>
/// <typeparam name="TEnum">The field's enum.</typeparam>
/// <example><code>app.Jobs.Where(j =&gt; j.Tags.Contains(JobTags.Urgent))</code></example>
[SuppressMessage("Usage", "CA2225", Justification = "Operators are the query language; named twins would only repeat them.")]
public readonly partial struct ChoiceSetField<TEnum> : IFieldToken where TEnum : struct, Enum
{
    private readonly string? _name;

    /// <summary>A token for a field.</summary>
    /// <param name="name">The field's name in JSON.</param>
    public ChoiceSetField(string name) => _name = name;

    string? IFieldToken.FieldName => _name;

    /// <summary>The field has this value.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value or null.</param>
    public static Filter operator ==(ChoiceSetField<TEnum> field, ChoiceSet<TEnum>? value)
        => ComparisonFilter.Create(field._name, "=", RecordValue.From(value));

    /// <summary>The field has another value, or no value.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value or null.</param>
    public static Filter operator !=(ChoiceSetField<TEnum> field, ChoiceSet<TEnum>? value)
        => ComparisonFilter.Create(field._name, "!=", RecordValue.From(value));

    /// <summary>The field has no value.</summary>
    public Filter IsNull() => ComparisonFilter.CreateNull(_name, "=");

    /// <summary>The field has a value.</summary>
    public Filter IsNotNull() => ComparisonFilter.CreateNull(_name, "!=");

    /// <summary>The field contains this option.</summary>
    /// <param name="value">The option.</param>
    public Filter Contains(Choice<TEnum> value) => ComparisonFilter.Create(_name, "contains", RecordValue.From<TEnum>(value));

    /// <summary>The field contains all of these options, in any order.</summary>
    /// <param name="values">The options; an empty set matches every field that has a value.</param>
    public Filter ContainsAll(ChoiceSet<TEnum> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return ComparisonFilter.Create(_name, "contains", RecordValue.From(values));
    }

    /// <summary>The field contains at least one of these options.</summary>
    /// <param name="values">The options.</param>
    public Filter ContainsAny(ChoiceSet<TEnum> values)
        => ComparisonFilter.CreateList(_name, "in", values, static value => RecordValue.From<TEnum>(value));

    /// <summary>The field contains none of these options; also true for a field without a value.</summary>
    /// <param name="values">The options.</param>
    public Filter ContainsNone(ChoiceSet<TEnum> values)
        => ComparisonFilter.CreateList(_name, "not in", values, static value => RecordValue.From<TEnum>(value));

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object? obj) => obj is ChoiceSetField<TEnum> other && other._name == _name;

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => _name is null ? 0 : _name.GetHashCode(StringComparison.Ordinal);
}
