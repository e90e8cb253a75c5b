namespace JourneyApps.Schema.Parsed;

/// <summary>Identifies an element of a data model: a model, a member, or an option of a field.</summary>
/// <param name="Kind">The kind of the element.</param>
/// <param name="Model">The model's name.</param>
/// <param name="Member">The field's or relationship's name; <see langword="null"/> for a model.</param>
/// <param name="Option">The option's position in <see cref="Field.Options"/>; −1 for other kinds.</param>
internal readonly record struct ElementPath(ElementKind Kind, string Model, string? Member = null, int Option = -1);
