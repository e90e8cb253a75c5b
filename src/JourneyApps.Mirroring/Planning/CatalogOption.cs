namespace JourneyApps.Mirroring.Planning;

/// <summary>An option of a choice or boolean.</summary>
/// <param name="Model">The model's name in the schema.</param>
/// <param name="Field">The field's name in the schema.</param>
/// <param name="Key">The key as text.</param>
/// <param name="Label">What the app shows.</param>
/// <param name="Position">The place among the field's options, from 1; null if the data model no longer has the option.</param>
internal sealed record CatalogOption(string Model, string Field, string Key, string Label, int? Position);
