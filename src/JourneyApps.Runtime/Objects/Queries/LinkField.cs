namespace JourneyApps;

/// <summary>A belongs-to in queries, which loads the related objects with <c>Include</c>. For comparisons, use the id of the
/// relationship.</summary>
/// <typeparam name="TTarget">The related model.</typeparam>
/// <param name="name">The relationship's name in the schema.</param>
/// <example><code>app.Jobs.Include(j =&gt; j.Site)</code></example>
[SuppressMessage("Performance", "CA1815", Justification = "A token, never compared.")]
public readonly struct LinkField<TTarget>(string name) : IFieldToken
{
    string? IFieldToken.FieldName => name;
}
