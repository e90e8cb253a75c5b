namespace JourneyApps;

/// <summary>Makes <see cref="ChoiceSet{TEnum}"/> values.</summary>
public static class ChoiceSet
{
    /// <summary>A set of the given choices in the given order; what a collection expression calls.</summary>
    /// <typeparam name="TEnum">The generated enum of the field's options.</typeparam>
    /// <param name="items">The choices. One that is named again is left out.</param>
    /// <returns>The set.</returns>
    /// <exception cref="ArgumentException">One of them is a <c>default</c> choice.</exception>
    public static ChoiceSet<TEnum> Create<TEnum>(ReadOnlySpan<Choice<TEnum>> items) where TEnum : struct, Enum
        => items.IsEmpty ? ChoiceSet<TEnum>.Empty : new ChoiceSet<TEnum>(items.ToArray());
}
