namespace JourneyApps;

/// <summary>Creates <see cref="ChoiceSet{TEnum}"/> values.</summary>
public static class ChoiceSet
{
    /// <summary>Creates a set of choices in the given order. Collection expressions call this method.</summary>
    /// <typeparam name="TEnum">The generated enum of the field's options.</typeparam>
    /// <param name="items">The choices. Duplicates are omitted.</param>
    /// <returns>The set.</returns>
    /// <exception cref="ArgumentException">One of the choices is a <c>default</c> choice.</exception>
    public static ChoiceSet<TEnum> Create<TEnum>(ReadOnlySpan<Choice<TEnum>> items) where TEnum : struct, Enum
        => items.IsEmpty ? ChoiceSet<TEnum>.Empty : new ChoiceSet<TEnum>(items.ToArray());
}
