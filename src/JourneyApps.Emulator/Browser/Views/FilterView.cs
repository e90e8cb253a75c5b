namespace JourneyApps.Emulator.Browser.Views;

/// <summary>The filter of a field.</summary>
/// <param name="Label">The field's label.</param>
/// <param name="Inputs">One input, or two for a range.</param>
internal sealed record FilterView(string Label, IReadOnlyList<FieldView> Inputs)
{
    /// <summary>Whether the filter is in use.</summary>
    public bool IsActive { get; init; }
}
