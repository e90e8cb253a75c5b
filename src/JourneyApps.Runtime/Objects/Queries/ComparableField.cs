using System.ComponentModel;

namespace JourneyApps;

/// <summary>An integer, number, date or datetime field in queries. Datetimes are compared in whole seconds.</summary>
/// <typeparam name="T"><see cref="int"/>, <see cref="double"/>, <see cref="DateOnly"/> or <see cref="DateTimeOffset"/>.</typeparam>
/// <example><code>app.Jobs.Where(j =&gt; j.Due &lt; today &amp;&amp; j.Count &gt;= 3)</code></example>
[SuppressMessage("Usage", "CA2225", Justification = "Operators are the query language; named twins would only repeat them.")]
public readonly partial struct ComparableField<T> : IFieldToken where T : struct
{
    private readonly string? _name;

    /// <summary>A token for a field.</summary>
    /// <param name="name">The field's name in JSON.</param>
    public ComparableField(string name) => _name = name;

    string? IFieldToken.FieldName => _name;

    /// <summary>The field has this value.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value or null.</param>
    public static Filter operator ==(ComparableField<T> field, T? value)
        => ComparisonFilter.Create(field._name, "=", RecordValue.From(value));

    /// <summary>The field has another value, or no value.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value or null.</param>
    public static Filter operator !=(ComparableField<T> field, T? value)
        => ComparisonFilter.Create(field._name, "!=", RecordValue.From(value));

    /// <summary>The field is less than the value; never true for a field without a value.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    public static Filter operator <(ComparableField<T> field, T value)
        => ComparisonFilter.Create(field._name, "<", RecordValue.From<T>(value));

    /// <summary>The field is at most the value; never true for a field without a value.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    public static Filter operator <=(ComparableField<T> field, T value)
        => ComparisonFilter.Create(field._name, "<=", RecordValue.From<T>(value));

    /// <summary>The field is greater than the value; never true for a field without a value.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    public static Filter operator >(ComparableField<T> field, T value)
        => ComparisonFilter.Create(field._name, ">", RecordValue.From<T>(value));

    /// <summary>The field is at least the value; never true for a field without a value.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    public static Filter operator >=(ComparableField<T> field, T value)
        => ComparisonFilter.Create(field._name, ">=", RecordValue.From<T>(value));

    /// <summary>The field has this value.</summary>
    /// <param name="value">The value or null.</param>
    /// <param name="field">The field.</param>
    public static Filter operator ==(T? value, ComparableField<T> field) => field == value;

    /// <summary>The field has another value, or no value.</summary>
    /// <param name="value">The value or null.</param>
    /// <param name="field">The field.</param>
    public static Filter operator !=(T? value, ComparableField<T> field) => field != value;

    /// <summary>The field is greater than the value; never true for a field without a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="field">The field.</param>
    public static Filter operator <(T value, ComparableField<T> field) => field > value;

    /// <summary>The field is at least the value; never true for a field without a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="field">The field.</param>
    public static Filter operator <=(T value, ComparableField<T> field) => field >= value;

    /// <summary>The field is less than the value; never true for a field without a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="field">The field.</param>
    public static Filter operator >(T value, ComparableField<T> field) => field < value;

    /// <summary>The field is at most the value; never true for a field without a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="field">The field.</param>
    public static Filter operator >=(T value, ComparableField<T> field) => field <= value;

    /// <summary>Sorts by this field.</summary>
    /// <param name="field">The field.</param>
    public static implicit operator SortKey(ComparableField<T> field) => new(field._name, isDescending: false);

    /// <summary>The field has no value.</summary>
    public Filter IsNull() => ComparisonFilter.CreateNull(_name, "=");

    /// <summary>The field has a value.</summary>
    public Filter IsNotNull() => ComparisonFilter.CreateNull(_name, "!=");

    /// <summary>The field has one of these values.</summary>
    /// <param name="values">At most 1,000.</param>
    /// <exception cref="ArgumentException">There are more than 1,000 values.</exception>
    public Filter In(params T[] values) => ComparisonFilter.CreateList(_name, "in", values, static value => RecordValue.From<T>(value));

    /// <summary>The field has one of these values.</summary>
    /// <param name="values">At most 1,000.</param>
    /// <exception cref="ArgumentException">There are more than 1,000 values.</exception>
    public Filter In(IEnumerable<T> values) => ComparisonFilter.CreateList(_name, "in", values, static value => RecordValue.From<T>(value));

    /// <summary>The field has none of these values; also true for a field without a value.</summary>
    /// <param name="values">At most 1,000.</param>
    /// <exception cref="ArgumentException">There are more than 1,000 values.</exception>
    public Filter NotIn(params T[] values)
        => ComparisonFilter.CreateList(_name, "not in", values, static value => RecordValue.From<T>(value));

    /// <summary>The field has none of these values; also true for a field without a value.</summary>
    /// <param name="values">At most 1,000.</param>
    /// <exception cref="ArgumentException">There are more than 1,000 values.</exception>
    public Filter NotIn(IEnumerable<T> values)
        => ComparisonFilter.CreateList(_name, "not in", values, static value => RecordValue.From<T>(value));

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object? obj) => obj is ComparableField<T> other && other._name == _name;

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => _name is null ? 0 : _name.GetHashCode(StringComparison.Ordinal);
}
