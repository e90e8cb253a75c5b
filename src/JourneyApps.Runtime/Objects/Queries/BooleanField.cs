using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using JourneyApps.CompilerServices;
using JourneyApps.Internal.Objects.Queries;

namespace JourneyApps;

/// <summary>A boolean field in queries.</summary>
/// <example><code>app.Jobs.Where(j =&gt; j.Done == true)</code></example>
[SuppressMessage("Usage", "CA2225", Justification = "Operators are the point: they read as the query does.")]
public readonly struct BooleanField : IFieldToken
{
    private readonly string? _name;

    /// <summary>Names the field.</summary>
    /// <param name="name">The JSON name.</param>
    public BooleanField(string name) => _name = name;

    string? IFieldToken.FieldName => _name;

    /// <summary>The field has this value.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value, or null.</param>
    /// <returns>The filter.</returns>
    public static Filter operator ==(BooleanField field, bool? value) => Comparisons.Make(field._name, Comparisons.Equal, value);

    /// <summary>The field has another value, or none.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value, or null.</param>
    /// <returns>The filter.</returns>
    public static Filter operator !=(BooleanField field, bool? value) => Comparisons.Make(field._name, Comparisons.NotEqual, value);

    /// <summary>Ordered by this field.</summary>
    /// <param name="field">The field.</param>
    public static implicit operator SortKey(BooleanField field) => new(field._name);

    /// <summary>The field has no value.</summary>
    /// <returns>The filter.</returns>
    public Filter IsNull() => Comparisons.IsNull(_name, isNull: true);

    /// <summary>The field has a value.</summary>
    /// <returns>The filter.</returns>
    public Filter IsNotNull() => Comparisons.IsNull(_name, isNull: false);

    /// <inheritdoc/>
    [EditorBrowsable(Hide.Never)]
    public override bool Equals(object? obj) => obj is BooleanField other && other._name == _name;

    /// <inheritdoc/>
    [EditorBrowsable(Hide.Never)]
    public override int GetHashCode() => _name is null ? 0 : _name.GetHashCode(StringComparison.Ordinal);
}
