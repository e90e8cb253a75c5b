using System.ComponentModel;

namespace JourneyApps;

/// <summary>A boolean field in queries.</summary>
/// <example><code>app.Jobs.Where(j =&gt; j.Done == true)</code></example>
[SuppressMessage("Usage", "CA2225", Justification = "Operators are the query language; named twins would only repeat them.")]
public readonly partial struct BooleanField : IFieldToken
{
    private readonly string? _name;

    /// <summary>A token for a field.</summary>
    /// <param name="name">The field's name in JSON.</param>
    public BooleanField(string name) => _name = name;

    string? IFieldToken.FieldName => _name;

    /// <summary>The field has this value.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value or null.</param>
    public static Filter operator ==(BooleanField field, bool? value) => ComparisonFilter.Create(field._name, "=", value);

    /// <summary>The field has another value, or no value.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value or null.</param>
    public static Filter operator !=(BooleanField field, bool? value) => ComparisonFilter.Create(field._name, "!=", value);

    /// <summary>Sorts by this field.</summary>
    /// <param name="field">The field.</param>
    public static implicit operator SortKey(BooleanField field) => new(field._name, isDescending: false);

    /// <summary>The field has no value.</summary>
    public Filter IsNull() => ComparisonFilter.CreateNull(_name, "=");

    /// <summary>The field has a value.</summary>
    public Filter IsNotNull() => ComparisonFilter.CreateNull(_name, "!=");

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object? obj) => obj is BooleanField other && other._name == _name;

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => _name is null ? 0 : _name.GetHashCode(StringComparison.Ordinal);
}
