using System.ComponentModel;

namespace JourneyApps;

// Members that people try and that the API does not have. The compiler says what to write instead, and IntelliSense does not offer them.
// Each returns what makes the rest of the expression compile, so that this is the only error.
[SuppressMessage("Performance", "CA1822", Justification = "Refused members look like members of an instance.")]
[SuppressMessage("Design", "CA1065", Justification = "Refused members never run.")]
[SuppressMessage("Naming", "CA1720", Justification = "The names are those that people try.")]
public readonly partial struct IntegerChoiceField<TEnum>
{
    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Compare with an option of the enum, or with Choice<…>.FromKey(key).", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Filter operator ==(IntegerChoiceField<TEnum> field, object? value) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Compare with an option of the enum, or with Choice<…>.FromKey(key).", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Filter operator !=(IntegerChoiceField<TEnum> field, object? value) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Compare the field itself.", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public IntegerChoiceField<TEnum> Value => this;

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Use IsNotNull().", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public Filter HasValue => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Compare the field itself, with an option of the enum or with Choice<…>.FromKey(key).", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public TextField Key => default;

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Labels are not stored in objects. Compare the field itself with an option.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public TextField Display => default;
}
