using JourneyApps.Schema.Reading;

namespace JourneyApps.Schema;

/// <summary>Names an element of a data model: a model, one of its members, or one option of a field.</summary>
/// <param name="Kind">What the element is.</param>
/// <param name="Model">The model's name.</param>
/// <param name="Member">The field's or relationship's name; <see langword="null"/> for a model.</param>
/// <param name="Option">The option's position in <see cref="Field.Options"/>; −1 for everything else.</param>
public readonly record struct ElementPath(ElementKind Kind, string Model, string? Member = null, int Option = -1);
