namespace JourneyApps.Emulator.Browser.Views;

/// <summary>An object in a list.</summary>
/// <param name="Url">The object's page.</param>
/// <param name="Id">The id.</param>
/// <param name="Display">The display text; may be empty.</param>
/// <param name="UpdatedAt">The time of the last change.</param>
/// <param name="Values">A value for each field and relationship; <see langword="null"/> where the object has none.</param>
internal sealed record RowView(string Url, string Id, string Display, string UpdatedAt, IReadOnlyList<ValueView?> Values);
