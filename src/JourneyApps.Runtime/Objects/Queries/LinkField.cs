using System.ComponentModel;

namespace JourneyApps;

/// <summary>A belongs-to in queries, which loads the related objects with <c>Include</c>. For comparisons, use the id of the
/// relationship.</summary>
/// <typeparam name="TTarget">The related model.</typeparam>
/// <param name="name">The relationship's name in the schema.</param>
/// <example><code>app.Jobs.Include(j =&gt; j.Site)</code></example>
public readonly partial struct LinkField<TTarget>(string name) : IFieldToken
{
    string? IFieldToken.FieldName => name;

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object? obj) => obj is LinkField<TTarget> other && ((IFieldToken)other).FieldName == name;

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => name is null ? 0 : name.GetHashCode(StringComparison.Ordinal);
}
