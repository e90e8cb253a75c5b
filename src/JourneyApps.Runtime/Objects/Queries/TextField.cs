using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using JourneyApps.CompilerServices;
using JourneyApps.Internal.Objects.Queries;

namespace JourneyApps;

/// <summary>A text field in queries.</summary>
/// <example><code>app.Jobs.Where(j =&gt; j.Title.Contains("pump"))</code></example>
[SuppressMessage("Usage", "CA2225", Justification = "Operators are the point: they read as the query does.")]
public readonly struct TextField : IFieldToken
{
    private readonly string? _name;

    /// <summary>Names the field.</summary>
    /// <param name="name">The JSON name.</param>
    public TextField(string name) => _name = name;

    string? IFieldToken.FieldName => _name;

    /// <summary>The field has this value.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value, or null.</param>
    /// <returns>The filter.</returns>
    public static Filter operator ==(TextField field, string? value) => Comparisons.Make(field._name, Comparisons.Equal, value);

    /// <summary>The field has another value, or none.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value, or null.</param>
    /// <returns>The filter.</returns>
    public static Filter operator !=(TextField field, string? value) => Comparisons.Make(field._name, Comparisons.NotEqual, value);

    /// <summary>The field has a smaller value; never true for null.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    /// <returns>The filter.</returns>
    public static Filter operator <(TextField field, string value) => Comparisons.Make(field._name, Comparisons.Less, value);

    /// <summary>The field has this value or a smaller one; never true for null.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    /// <returns>The filter.</returns>
    public static Filter operator <=(TextField field, string value) => Comparisons.Make(field._name, Comparisons.LessOrEqual, value);

    /// <summary>The field has a greater value; never true for null.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    /// <returns>The filter.</returns>
    public static Filter operator >(TextField field, string value) => Comparisons.Make(field._name, Comparisons.Greater, value);

    /// <summary>The field has this value or a greater one; never true for null.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    /// <returns>The filter.</returns>
    public static Filter operator >=(TextField field, string value) => Comparisons.Make(field._name, Comparisons.GreaterOrEqual, value);

    /// <summary>Ordered by this field.</summary>
    /// <param name="field">The field.</param>
    public static implicit operator SortKey(TextField field) => new(field._name);

    /// <summary>The field has no value.</summary>
    /// <returns>The filter.</returns>
    public Filter IsNull() => Comparisons.IsNull(_name, isNull: true);

    /// <summary>The field has a value.</summary>
    /// <returns>The filter.</returns>
    public Filter IsNotNull() => Comparisons.IsNull(_name, isNull: false);

    /// <summary>The field has one of these values.</summary>
    /// <param name="values">At most 1,000.</param>
    /// <returns>The filter.</returns>
    /// <exception cref="ArgumentException">More than 1,000 values.</exception>
    public Filter In(params string?[] values) => Comparisons.Among(_name, Comparisons.In, values, static value => value);

    /// <summary>The field has one of these values.</summary>
    /// <param name="values">At most 1,000.</param>
    /// <returns>The filter.</returns>
    /// <exception cref="ArgumentException">More than 1,000 values.</exception>
    public Filter In(IEnumerable<string?> values) => Comparisons.Among(_name, Comparisons.In, values, static value => value);

    /// <summary>The field has none of these values; true for null.</summary>
    /// <param name="values">At most 1,000.</param>
    /// <returns>The filter.</returns>
    /// <exception cref="ArgumentException">More than 1,000 values.</exception>
    public Filter NotIn(params string?[] values) => Comparisons.Among(_name, Comparisons.NotIn, values, static value => value);

    /// <summary>The field has none of these values; true for null.</summary>
    /// <param name="values">At most 1,000.</param>
    /// <returns>The filter.</returns>
    /// <exception cref="ArgumentException">More than 1,000 values.</exception>
    public Filter NotIn(IEnumerable<string?> values) => Comparisons.Among(_name, Comparisons.NotIn, values, static value => value);

    /// <summary>The field has this text somewhere in it, in any letter case.</summary>
    /// <param name="value">The text; an empty one matches every field that has a value.</param>
    /// <returns>The filter.</returns>
    public Filter Contains(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Comparisons.Make(_name, Comparisons.Contains, value);
    }

    /// <summary>The field begins with this text, in any letter case.</summary>
    /// <param name="value">The text; an empty one matches every field that has a value.</param>
    /// <returns>The filter.</returns>
    public Filter StartsWith(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Comparisons.Make(_name, Comparisons.StartsWith, value);
    }

    /// <inheritdoc/>
    [EditorBrowsable(Hide.Never)]
    public override bool Equals(object? obj) => obj is TextField other && other._name == _name;

    /// <inheritdoc/>
    [EditorBrowsable(Hide.Never)]
    public override int GetHashCode() => _name is null ? 0 : _name.GetHashCode(StringComparison.Ordinal);
}
