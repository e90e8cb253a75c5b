using System.ComponentModel;

namespace JourneyApps;

// Members that people try and that the API does not have. The compiler says what to write instead, and IntelliSense does not offer them.
// Each returns what makes the rest of the expression compile, so that this is the only error.
[SuppressMessage("Performance", "CA1822", Justification = "Refused members look like members of an instance.")]
[SuppressMessage("Design", "CA1065", Justification = "Refused members never run.")]
[SuppressMessage("Naming", "CA1720", Justification = "The names are those that people try.")]
public readonly partial struct LinkField<TTarget>
{
    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Compare the id of the relationship: j.SiteId == site.Id.", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public static Filter operator ==(LinkField<TTarget> field, object? value) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Compare the id of the relationship: j.SiteId == site.Id.", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public static Filter operator !=(LinkField<TTarget> field, object? value) => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Use the id of the relationship: j.SiteId.", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public IdField<TTarget> Id => default;

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Use the id of the relationship: j.SiteId.IsNull().", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public Filter IsNull() => throw new NotSupportedException();

    /// <summary>Refused by the compiler, which says what to write instead.</summary>
    [Obsolete("Use the id of the relationship: j.SiteId.IsNotNull().", error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public Filter IsNotNull() => throw new NotSupportedException();
}
