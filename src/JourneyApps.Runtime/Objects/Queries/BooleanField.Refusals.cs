using System.ComponentModel;

namespace JourneyApps;

// Members that people try and that the API does not have. The compiler says what to write instead, and IntelliSense does not offer them.
// Each returns what makes the rest of the expression compile, so that this is the only error.
[SuppressMessage("Performance", "CA1822", Justification = "Refused members look like members of an instance.")]
[SuppressMessage("Design", "CA1065", Justification = "Refused members never run.")]
[SuppressMessage("Naming", "CA1720", Justification = "The names are those that people try.")]
public readonly partial struct BooleanField
{
    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Compare with true or false: j.Done == true. An unset value is neither.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static implicit operator Filter(BooleanField field) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Write j.Done == false or j.Done != true; they differ for unset values.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Filter operator !(BooleanField field) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Compare the field itself.", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public BooleanField Value => this;

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Use IsNotNull().", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public Filter HasValue => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Compare the field itself: j.Done == true. An unset value is neither true nor false.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public BooleanField GetValueOrDefault() => this;
}
