using System.ComponentModel;

namespace JourneyApps;

// Members that people try and that the API does not have. The compiler says what to write instead, and IntelliSense does not offer them.
// Each returns what makes the rest of the expression compile, so that this is the only error.
[SuppressMessage("Performance", "CA1822", Justification = "Refused members look like members of an instance.")]
[SuppressMessage("Design", "CA1065", Justification = "Refused members never run.")]
[SuppressMessage("Naming", "CA1720", Justification = "The names are those that people try.")]
public readonly partial struct ChoiceSetField<TEnum>
{
    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Use Contains(option), ContainsAny or ContainsAll.", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public static Filter operator ==(ChoiceSetField<TEnum> field, Choice<TEnum> value) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Use Contains(option), ContainsAny or ContainsAll.", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public static Filter operator !=(ChoiceSetField<TEnum> field, Choice<TEnum> value) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("The API cannot count the options of a field. Use IsNull(), ContainsAny or ContainsAll.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ComparableField<int> Count => default;

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("The API cannot count the options of a field. Use IsNull(), ContainsAny or ContainsAll.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ComparableField<int> Length => default;

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Use IsNotNull(), or compare with an empty set: j.Tags != ChoiceSet<…>.Empty.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Filter Any() => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Use Contains, ContainsAny or ContainsAll.", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public Filter Any(Func<Choice<TEnum>, bool> condition) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Use Contains, ContainsAny or ContainsAll.", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public Filter All(Func<Choice<TEnum>, bool> condition) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Use ContainsAny.", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public Filter In(params Choice<TEnum>[] values) => throw new NotSupportedException();
}
