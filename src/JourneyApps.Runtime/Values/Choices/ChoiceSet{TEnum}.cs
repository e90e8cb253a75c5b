using System.Collections;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using JourneyApps.Internal.Values.Choices;

namespace JourneyApps;

/// <summary>The value of a multiple-choice field. It is immutable and keeps the stored order. An empty set and null are different
/// values.</summary>
/// <remarks>Two sets are equal if they have the same keys in the same order, which is how the platform compares them.</remarks>
/// <typeparam name="TEnum">The generated enum of the field's options.</typeparam>
/// <example><code>
/// job.Tags = [JobTags.Urgent, JobTags.Night];
/// job.Tags = job.Tags?.With(JobTags.Paid);
/// </code></example>
[CollectionBuilder(typeof(ChoiceSet), nameof(ChoiceSet.Create))]
[JsonConverter(typeof(ValueConverterFactory))]
[DebuggerDisplay("{ToString(),nq}")]
[SuppressMessage("Naming", "CA1710", Justification = "A set of choices; the name says it in the platform's own word.")]
[SuppressMessage("Design", "CA1000", Justification = "Empty is a value of the type.")]
public sealed class ChoiceSet<TEnum> : IReadOnlyList<Choice<TEnum>>, IEquatable<ChoiceSet<TEnum>>, IConverterSource
    where TEnum : struct, Enum
{
    private readonly Choice<TEnum>[] _items;

    /// <summary>Creates a set of choices in the given order.</summary>
    /// <param name="items">The choices. Duplicates are omitted.</param>
    /// <exception cref="ArgumentException">One of the choices is a <c>default</c> choice.</exception>
    public ChoiceSet(IEnumerable<Choice<TEnum>> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        _items = [.. items.Distinct()];
        if (Array.Exists(_items, static item => item.IsDefault))
            throw new ArgumentException($"A Choice<{typeof(TEnum).Name}> in this set is a default choice without a value.", nameof(items));
    }

    /// <summary>Takes what was read as it is, repetitions included.</summary>
    internal ChoiceSet(Choice<TEnum>[] items, bool asRead)
    {
        Debug.Assert(asRead, "Only readers skip the checks.");
        _items = items;
    }

    /// <summary>The empty set, which is not the same as null.</summary>
    public static ChoiceSet<TEnum> Empty { get; } = new([]);

    /// <summary>The number of choices in the set.</summary>
    public int Count => _items.Length;

    /// <summary>The choice at a position in the stored order.</summary>
    /// <param name="index">The position, starting at 0.</param>
    public Choice<TEnum> this[int index] => _items[index];

    /// <summary>Returns whether the set contains a choice with the same key.</summary>
    /// <param name="choice">The choice.</param>
    /// <returns>True if the set contains the choice.</returns>
    public bool Contains(Choice<TEnum> choice) => Array.IndexOf(_items, choice) >= 0;

    /// <summary>Returns a set with an additional choice at the end. This set does not change, so assign the result.</summary>
    /// <param name="choice">The choice.</param>
    /// <returns>A new set, or this set if it already contains the choice.</returns>
    public ChoiceSet<TEnum> With(Choice<TEnum> choice) => Contains(choice) ? this : new([.. _items, choice]);

    /// <summary>Returns a set without a choice. This set does not change, so assign the result.</summary>
    /// <param name="choice">The choice.</param>
    /// <returns>A new set, or this set if it does not contain the choice.</returns>
    public ChoiceSet<TEnum> Without(Choice<TEnum> choice) => Contains(choice) ? new(_items.Where(item => item != choice)) : this;

    /// <inheritdoc/>
    public IEnumerator<Choice<TEnum>> GetEnumerator() => ((IEnumerable<Choice<TEnum>>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(ChoiceSet<TEnum>? other) => other is not null && _items.AsSpan().SequenceEqual(other._items);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ChoiceSet<TEnum>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (Choice<TEnum> item in _items)
            hash.Add(item);
        return hash.ToHashCode();
    }

    /// <summary>Returns the labels, separated by commas.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Join(", ", _items);

    JsonConverter IConverterSource.CreateConverter() => new ChoiceSetConverter<TEnum>();
}
