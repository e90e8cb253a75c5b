namespace JourneyApps.Schema;

/// <summary>A field of a model.</summary>
/// <param name="Name">The name in the schema and in JSON.</param>
/// <param name="Label">What the app shows; may be empty.</param>
/// <param name="Type">What the field holds.</param>
/// <param name="Subtype">The part of the type behind the colon (<c>email</c> in <c>text:email</c>); <see langword="null"/> when there is none.</param>
/// <param name="Media">The media type of an attachment field, or <c>any</c>; <see langword="null"/> for other types.</param>
/// <param name="AutoDownload">Whether apps fetch the file by themselves; for photo, signature and attachment only.</param>
/// <param name="Options">
/// The options in declared order, for the choice types; for booleans always two (the defaults are false, "No" and true, "Yes"); else empty.
/// </param>
public sealed record Field(
    string Name,
    string Label,
    FieldType Type,
    string? Subtype,
    string? Media,
    bool AutoDownload,
    EquatableArray<FieldOption> Options);
