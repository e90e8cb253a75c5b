using System.Diagnostics.CodeAnalysis;

namespace JourneyApps.Schema;

/// <summary>Where the elements of a data model stand in the text, by what they are rather than by their order.</summary>
public sealed class SchemaPositions : IEquatable<SchemaPositions>
{
    private readonly Dictionary<ElementPath, TextRange> _ranges;

    internal SchemaPositions(Dictionary<ElementPath, TextRange> ranges) => _ranges = ranges;

    /// <summary>Positions of a data model that was not read from a text.</summary>
    public static SchemaPositions None { get; } = new([]);

    /// <summary>The range of an element's name (of its <c>key</c> for an option), if the text holds it.</summary>
    /// <param name="element">The element.</param>
    /// <param name="range">The range, exact to the character.</param>
    public bool TryFind(ElementPath element, [NotNullWhen(true)] out TextRange? range) => _ranges.TryGetValue(element, out range);

    /// <summary>Equal when every element stands at the same place.</summary>
    /// <param name="other">The positions to compare with.</param>
    public bool Equals(SchemaPositions? other)
    {
        if (ReferenceEquals(this, other)) return true;
        if (other is null || _ranges.Count != other._ranges.Count) return false;
        foreach (KeyValuePair<ElementPath, TextRange> entry in _ranges)
        {
            if (!other._ranges.TryGetValue(entry.Key, out TextRange? range) || !range.Equals(entry.Value)) return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SchemaPositions);

    /// <inheritdoc/>
    public override int GetHashCode() => _ranges.Count;
}
