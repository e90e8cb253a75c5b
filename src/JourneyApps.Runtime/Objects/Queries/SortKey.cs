using System.ComponentModel;

namespace JourneyApps;

/// <summary>A key by which objects are sorted. Field tokens by which the API can sort convert to this type. <c>UpdatedAt</c> is a sort key
/// itself, because the query language cannot compare the time of the last write.</summary>
/// <example><code>app.Jobs.OrderByDescending(j =&gt; j.UpdatedAt)</code></example>
public readonly partial struct SortKey : IFieldToken
{
    private readonly string? _name;

    /// <summary>Sorts by a field, in ascending order.</summary>
    /// <param name="name">The field's name in JSON.</param>
    public SortKey(string name) : this(name, isDescending: false) { }

    internal SortKey(string? name, bool isDescending)
    {
        _name = name;
        IsDescending = isDescending;
    }

    string? IFieldToken.FieldName => _name;

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object? obj) => obj is SortKey other && other._name == _name && other.IsDescending == IsDescending;

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => _name is null ? 0 : _name.GetHashCode(StringComparison.Ordinal);

    internal string Field => _name ?? throw new InvalidOperationException("A default field token does not name a field.");

    internal bool IsDescending { get; }

    /// <summary>The key as the query call takes it: with a minus for descending order.</summary>
    internal string Text => IsDescending ? "-" + Field : Field;
}
