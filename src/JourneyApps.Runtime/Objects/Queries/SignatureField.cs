using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using JourneyApps.CompilerServices;
using JourneyApps.Internal.Objects.Queries;

namespace JourneyApps;

/// <summary>A signature field in queries: it can only be compared with null. Also names the file to download.</summary>
/// <example><code>app.Jobs.Where(j =&gt; j.Signature != null)</code></example>
[SuppressMessage("Usage", "CA2225", Justification = "Operators are the point: they read as the query does.")]
public readonly struct SignatureField : IFieldToken
{
    private readonly string? _name;

    /// <summary>Names the field.</summary>
    /// <param name="name">The JSON name.</param>
    public SignatureField(string name) => _name = name;

    string? IFieldToken.FieldName => _name;

    /// <summary>The field has no value.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The literal <c>null</c>.</param>
    /// <returns>The filter.</returns>
    public static Filter operator ==(SignatureField field, NullLiteral? value) => Comparisons.IsNull(field._name, isNull: true);

    /// <summary>The field has a value.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The literal <c>null</c>.</param>
    /// <returns>The filter.</returns>
    public static Filter operator !=(SignatureField field, NullLiteral? value) => Comparisons.IsNull(field._name, isNull: false);

    /// <summary>The field has no value.</summary>
    /// <returns>The filter.</returns>
    public Filter IsNull() => Comparisons.IsNull(_name, isNull: true);

    /// <summary>The field has a value.</summary>
    /// <returns>The filter.</returns>
    public Filter IsNotNull() => Comparisons.IsNull(_name, isNull: false);

    /// <inheritdoc/>
    [EditorBrowsable(Hide.Never)]
    public override bool Equals(object? obj) => obj is SignatureField other && other._name == _name;

    /// <inheritdoc/>
    [EditorBrowsable(Hide.Never)]
    public override int GetHashCode() => _name is null ? 0 : _name.GetHashCode(StringComparison.Ordinal);
}
