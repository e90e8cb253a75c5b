namespace JourneyApps.Schema;

/// <summary>A field of a model.</summary>
/// <param name="Name">The name in the schema and in JSON.</param>
/// <param name="Label">The text that the app shows; may be empty.</param>
/// <param name="Type">The type of its values.</param>
/// <param name="Subtype">The part of the type after the colon (<c>email</c> in <c>text:email</c>); <see langword="null"/> if there is
/// none.</param>
/// <param name="Media">The media type of an attachment field, or <c>any</c>; <see langword="null"/> for other types.</param>
/// <param name="AutoDownload">Whether apps download the file on their own; only for photo, signature and attachment.</param>
/// <param name="Options">The options in declared order for choices; for booleans always two (by default false "No" and true "Yes"); empty
/// for other types.</param>
public sealed record Field(
    string Name,
    string Label,
    FieldType Type,
    string? Subtype,
    string? Media,
    bool AutoDownload,
    IReadOnlyList<FieldOption> Options)
{
    /// <summary>The options in declared order for choices; for booleans always two (by default false "No" and true "Yes"); empty for other
    /// types.</summary>
    public IReadOnlyList<FieldOption> Options { get; init => field = EquatableArray.Of(value); } = EquatableArray.Of(Options);
}
