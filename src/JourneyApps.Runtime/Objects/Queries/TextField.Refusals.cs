using System.ComponentModel;

namespace JourneyApps;

// Members that people try and that the API does not have. The compiler says what to write instead, and IntelliSense does not offer them.
// Each returns what makes the rest of the expression compile, so that this is the only error.
[SuppressMessage("Performance", "CA1822", Justification = "Refused members look like members of an instance.")]
[SuppressMessage("Design", "CA1065", Justification = "Refused members never run.")]
[SuppressMessage("Naming", "CA1720", Justification = "The names are those that people try.")]
public readonly partial struct TextField
{
    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Contains and StartsWith ignore case already; remove ToLower().", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public TextField ToLower() => this;

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Contains and StartsWith ignore case already; remove ToUpper().", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public TextField ToUpper() => this;

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Contains and StartsWith ignore case already; remove ToLowerInvariant().", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public TextField ToLowerInvariant() => this;

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Contains and StartsWith ignore case already; remove ToUpperInvariant().", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public TextField ToUpperInvariant() => this;

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("The API compares texts as they are stored; remove Trim().", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public TextField Trim() => this;

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("The API cannot compare the length of a text. Read the objects and check it on the client.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ComparableField<int> Length => default;

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("The API has no EndsWith. Use Contains, and check the end of the text on the client.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Filter EndsWith(string value) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("The API has no EndsWith. Use Contains, and check the end of the text on the client.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Filter EndsWith(string value, StringComparison comparison) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Pass a text: Contains(\"x\").", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public Filter Contains(char value) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Contains ignores case already; remove the StringComparison.", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public Filter Contains(string value, StringComparison comparison) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Pass a text: StartsWith(\"x\").", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public Filter StartsWith(char value) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("StartsWith ignores case already; remove the StringComparison.", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public Filter StartsWith(string value, StringComparison comparison) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Use the operator: j.Title == value. It is case-sensitive; Contains and StartsWith ignore case.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Filter Equals(string? value) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Use the operator: j.Title == value. It is case-sensitive; Contains and StartsWith ignore case.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Filter Equals(string? value, StringComparison comparison) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Use the operators: j.Title < value.", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public ComparableField<int> CompareTo(string? value) => default;

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("The API cannot compare a part of a text. Use StartsWith or Contains.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public TextField Substring(int startIndex) => this;

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("The API cannot compare a part of a text. Use StartsWith or Contains.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public TextField Substring(int startIndex, int length) => this;

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("The API compares texts as they are stored; remove Replace().", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public TextField Replace(string oldValue, string newValue) => this;

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("The API cannot search for a position. Use StartsWith or Contains.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ComparableField<int> IndexOf(string value) => default;

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("The API cannot join texts. Compare each field by itself.", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public static TextField operator +(TextField field, string? value) => field;
}
