using System.Diagnostics.CodeAnalysis;
using JourneyApps.Internal.Objects.Queries;

namespace JourneyApps;

/// <summary>The time of an object's last write in queries. It can be ordered by, not compared: the query language does not know it.</summary>
/// <param name="name">The JSON name.</param>
/// <example><code>app.Jobs.OrderByDescending(j =&gt; j.UpdatedAt)</code></example>
[SuppressMessage("Performance", "CA1815", Justification = "A token, never compared.")]
[SuppressMessage("Usage", "CA2225", Justification = "The conversion exists for OrderBy.")]
public readonly struct UpdatedAtField(string name) : IFieldToken
{
    string? IFieldToken.FieldName => name;

    /// <summary>Ordered by this.</summary>
    /// <param name="field">The token.</param>
    public static implicit operator SortKey(UpdatedAtField field) => new(((IFieldToken)field).FieldName);
}
