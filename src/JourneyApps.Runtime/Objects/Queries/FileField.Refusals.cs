using System.ComponentModel;

namespace JourneyApps;

// Members that people try and that the API does not have. The compiler says what to write instead, and IntelliSense does not offer them.
// Each returns what makes the rest of the expression compile, so that this is the only error.
[SuppressMessage("Performance", "CA1822", Justification = "Refused members look like members of an instance.")]
[SuppressMessage("Design", "CA1065", Justification = "Refused members never run.")]
[SuppressMessage("Naming", "CA1720", Justification = "The names are those that people try.")]
public readonly partial struct FileField<TFile>
{
    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Only null can be asked for: j.Photo == null.", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public static Filter operator ==(FileField<TFile> field, object? value) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Only null can be asked for: j.Photo == null.", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public static Filter operator !=(FileField<TFile> field, object? value) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Only null can be asked for: j.Photo == null.", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public FileField<TFile> Value => this;

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Use IsNotNull().", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public Filter HasValue => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("The API cannot compare a part of a file. Read the objects and compare it on the client.", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public TextField FileName => default;
}
