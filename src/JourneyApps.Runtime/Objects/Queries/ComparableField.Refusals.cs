using System.ComponentModel;

namespace JourneyApps;

// Members that people try and that the API does not have. The compiler says what to write instead, and IntelliSense does not offer them.
// Each returns what makes the rest of the expression compile, so that this is the only error.
[SuppressMessage("Performance", "CA1822", Justification = "Refused members look like members of an instance.")]
[SuppressMessage("Design", "CA1065", Justification = "Refused members never run.")]
[SuppressMessage("Naming", "CA1720", Justification = "The names are those that people try.")]
public readonly partial struct ComparableField<T>
{
    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("The value may be null, and nothing is greater or less than null. Test it first, or pass value.Value.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Filter operator <(ComparableField<T> field, T? value) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("The value may be null, and nothing is greater or less than null. Test it first, or pass value.Value.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Filter operator >(ComparableField<T> field, T? value) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("The value may be null, and nothing is greater or less than null. Test it first, or pass value.Value.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Filter operator <=(ComparableField<T> field, T? value) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("The value may be null, and nothing is greater or less than null. Test it first, or pass value.Value.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Filter operator >=(ComparableField<T> field, T? value) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("A DateTime has no certain offset. For a date use DateOnly.FromDateTime(value), for a time a DateTimeOffset.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Filter operator ==(ComparableField<T> field, DateTime value) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("A DateTime has no certain offset. For a date use DateOnly.FromDateTime(value), for a time a DateTimeOffset.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Filter operator !=(ComparableField<T> field, DateTime value) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("A DateTime has no certain offset. For a date use DateOnly.FromDateTime(value), for a time a DateTimeOffset.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Filter operator <(ComparableField<T> field, DateTime value) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("A DateTime has no certain offset. For a date use DateOnly.FromDateTime(value), for a time a DateTimeOffset.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Filter operator >(ComparableField<T> field, DateTime value) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("A DateTime has no certain offset. For a date use DateOnly.FromDateTime(value), for a time a DateTimeOffset.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Filter operator <=(ComparableField<T> field, DateTime value) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("A DateTime has no certain offset. For a date use DateOnly.FromDateTime(value), for a time a DateTimeOffset.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Filter operator >=(ComparableField<T> field, DateTime value) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("The API cannot compare two fields. Read the objects and compare them on the client.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Filter operator <(ComparableField<T> field, ComparableField<T> other) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("The API cannot compare two fields. Read the objects and compare them on the client.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Filter operator >(ComparableField<T> field, ComparableField<T> other) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("The API cannot compare two fields. Read the objects and compare them on the client.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Filter operator <=(ComparableField<T> field, ComparableField<T> other) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("The API cannot compare two fields. Read the objects and compare them on the client.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Filter operator >=(ComparableField<T> field, ComparableField<T> other) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("The API cannot calculate with a field. Move the calculation to the other side of the comparison.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static ComparableField<T> operator +(ComparableField<T> field, T value) => field;

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("The API cannot calculate with a field. Move the calculation to the other side of the comparison.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static ComparableField<T> operator -(ComparableField<T> field, T value) => field;

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("The API cannot calculate with a field. Move the calculation to the other side of the comparison.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static ComparableField<T> operator *(ComparableField<T> field, T value) => field;

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("The API cannot calculate with a field. Move the calculation to the other side of the comparison.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static ComparableField<T> operator /(ComparableField<T> field, T value) => field;

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("The API cannot calculate with a field. Move the calculation to the other side of the comparison.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static ComparableField<T> operator %(ComparableField<T> field, T value) => field;

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Compare the field itself.", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public ComparableField<T> Value => this;

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Use IsNotNull().", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public Filter HasValue => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Compare the field itself; comparisons are never true for a field without a value.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ComparableField<T> GetValueOrDefault() => this;

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete(
        "The API cannot compare a part of a date. Compare with the first and the last day: j.Due >= from && "
        + "j.Due <= to.",
        error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ComparableField<int> Year => default;

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete(
        "The API cannot compare a part of a date. Compare with the first and the last day: j.Due >= from && "
        + "j.Due <= to.",
        error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ComparableField<int> Month => default;

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete(
        "The API cannot compare a part of a date. Compare with the first and the last day: j.Due >= from && "
        + "j.Due <= to.",
        error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ComparableField<int> Day => default;

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("The API cannot compare a part of a time. Compare with two times: j.At >= from && j.At < to.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ComparableField<int> Hour => default;

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("The API cannot compare a part of a time. Compare with two times: j.At >= from && j.At < to.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ComparableField<T> Date => this;

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("The API cannot calculate with a field. Move the calculation to the other side of the comparison.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ComparableField<T> AddDays(double value) => this;

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("The API cannot calculate with a field. Move the calculation to the other side of the comparison.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ComparableField<T> AddHours(double value) => this;

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("The API cannot calculate with a field. Move the calculation to the other side of the comparison.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ComparableField<T> AddMinutes(double value) => this;

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Use the operators: <, <=, > and >=.", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public ComparableField<int> CompareTo(T value) => default;
}
