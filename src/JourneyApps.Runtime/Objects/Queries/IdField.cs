using System.ComponentModel;

namespace JourneyApps;

/// <summary>An id in queries: the id of the object itself or of a related object. The API cannot sort by ids.</summary>
/// <typeparam name="TModel">The model that the id belongs to.</typeparam>
/// <example><code>app.Jobs.Where(j =&gt; j.SiteId == site.Id)</code></example>
[SuppressMessage("Usage", "CA2225", Justification = "Operators are the query language; named twins would only repeat them.")]
public readonly partial struct IdField<TModel> : IFieldToken
{
    private readonly string? _name;

    /// <summary>A token for a field.</summary>
    /// <param name="name">The field's name in JSON.</param>
    public IdField(string name) => _name = name;

    string? IFieldToken.FieldName => _name;

    /// <summary>The field has this value.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value or null.</param>
    public static Filter operator ==(IdField<TModel> field, Id<TModel>? value) => ComparisonFilter.Create(field._name, "=", value?.Value);

    /// <summary>The field has another value, or no value.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value or null.</param>
    public static Filter operator !=(IdField<TModel> field, Id<TModel>? value) => ComparisonFilter.Create(field._name, "!=", value?.Value);

    /// <summary>The field has no value.</summary>
    public Filter IsNull() => ComparisonFilter.CreateNull(_name, "=");

    /// <summary>The field has a value.</summary>
    public Filter IsNotNull() => ComparisonFilter.CreateNull(_name, "!=");

    /// <summary>The field has one of these values.</summary>
    /// <param name="values">At most 1,000.</param>
    /// <exception cref="ArgumentException">There are more than 1,000 values.</exception>
    public Filter In(params Id<TModel>[] values) => ComparisonFilter.CreateList(_name, "in", values, static value => value.Value);

    /// <summary>The field has one of these values.</summary>
    /// <param name="values">At most 1,000.</param>
    /// <exception cref="ArgumentException">There are more than 1,000 values.</exception>
    public Filter In(IEnumerable<Id<TModel>> values) => ComparisonFilter.CreateList(_name, "in", values, static value => value.Value);

    /// <summary>The field has none of these values; also true for a field without a value.</summary>
    /// <param name="values">At most 1,000.</param>
    /// <exception cref="ArgumentException">There are more than 1,000 values.</exception>
    public Filter NotIn(params Id<TModel>[] values) => ComparisonFilter.CreateList(_name, "not in", values, static value => value.Value);

    /// <summary>The field has none of these values; also true for a field without a value.</summary>
    /// <param name="values">At most 1,000.</param>
    /// <exception cref="ArgumentException">There are more than 1,000 values.</exception>
    public Filter NotIn(IEnumerable<Id<TModel>> values)
        => ComparisonFilter.CreateList(_name, "not in", values, static value => value.Value);

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object? obj) => obj is IdField<TModel> other && other._name == _name;

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => _name is null ? 0 : _name.GetHashCode(StringComparison.Ordinal);
}
