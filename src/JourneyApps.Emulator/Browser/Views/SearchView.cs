namespace JourneyApps.Emulator.Browser.Views;

/// <summary>The search of a list.</summary>
/// <param name="Url">The list without search and filters.</param>
/// <param name="Text">The text that is searched for.</param>
/// <param name="Filters">A filter for each field that has one.</param>
/// <param name="Sorts">The orders that can be chosen.</param>
/// <param name="IsDescending">Whether large values come first.</param>
/// <param name="Errors">What is wrong with the filters; empty if nothing is.</param>
internal sealed record SearchView(
    string Url, string Text, IReadOnlyList<FilterView> Filters, IReadOnlyList<OptionView> Sorts, bool IsDescending,
    IReadOnlyList<string> Errors)
{
    /// <summary>The number of filters in use.</summary>
    public int Active => Filters.Count(filter => filter.IsActive);
}
