using System.ComponentModel;

namespace JourneyApps;

/// <summary>A single choice in queries. You can also compare it with keys that the generated enum does not contain.</summary>
/// <typeparam name="TEnum">The field's enum.</typeparam>
/// <example><code>app.Jobs.Where(j =&gt; j.State.In(JobState.New, JobState.Busy))</code></example>
[SuppressMessage("Usage", "CA2225", Justification = "Operators are the query language; named twins would only repeat them.")]
public readonly partial struct ChoiceField<TEnum> : IFieldToken where TEnum : struct, Enum
{
    private readonly string? _name;

    /// <summary>A token for a field.</summary>
    /// <param name="name">The field's name in JSON.</param>
    public ChoiceField(string name) => _name = name;

    string? IFieldToken.FieldName => _name;

    /// <summary>The field has this value.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value or null.</param>
    public static Filter operator ==(ChoiceField<TEnum> field, Choice<TEnum>? value)
        => ComparisonFilter.Create(field._name, "=", RecordValue.From(value));

    /// <summary>The field has another value, or no value.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value or null.</param>
    public static Filter operator !=(ChoiceField<TEnum> field, Choice<TEnum>? value)
        => ComparisonFilter.Create(field._name, "!=", RecordValue.From(value));

    /// <summary>Sorts by this field.</summary>
    /// <param name="field">The field.</param>
    public static implicit operator SortKey(ChoiceField<TEnum> field) => new(field._name, isDescending: false);

    /// <summary>The field has no value.</summary>
    public Filter IsNull() => ComparisonFilter.CreateNull(_name, "=");

    /// <summary>The field has a value.</summary>
    public Filter IsNotNull() => ComparisonFilter.CreateNull(_name, "!=");

    /// <summary>The field has one of these values.</summary>
    /// <param name="values">At most 1,000.</param>
    /// <exception cref="ArgumentException">There are more than 1,000 values.</exception>
    public Filter In(params Choice<TEnum>[] values)
        => ComparisonFilter.CreateList(_name, "in", values, static value => RecordValue.From<TEnum>(value));

    /// <summary>The field has one of these values.</summary>
    /// <param name="values">At most 1,000.</param>
    /// <exception cref="ArgumentException">There are more than 1,000 values.</exception>
    public Filter In(IEnumerable<Choice<TEnum>> values)
        => ComparisonFilter.CreateList(_name, "in", values, static value => RecordValue.From<TEnum>(value));

    /// <summary>The field has none of these values; also true for a field without a value.</summary>
    /// <param name="values">At most 1,000.</param>
    /// <exception cref="ArgumentException">There are more than 1,000 values.</exception>
    public Filter NotIn(params Choice<TEnum>[] values)
        => ComparisonFilter.CreateList(_name, "not in", values, static value => RecordValue.From<TEnum>(value));

    /// <summary>The field has none of these values; also true for a field without a value.</summary>
    /// <param name="values">At most 1,000.</param>
    /// <exception cref="ArgumentException">There are more than 1,000 values.</exception>
    public Filter NotIn(IEnumerable<Choice<TEnum>> values)
        => ComparisonFilter.CreateList(_name, "not in", values, static value => RecordValue.From<TEnum>(value));

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object? obj) => obj is ChoiceField<TEnum> other && other._name == _name;

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => _name is null ? 0 : _name.GetHashCode(StringComparison.Ordinal);
}
