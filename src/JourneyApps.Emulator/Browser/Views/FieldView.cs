namespace JourneyApps.Emulator.Browser.Views;

/// <summary>A labelled input or value.</summary>
/// <param name="Id">The id of the element.</param>
/// <param name="Name">The name in the form.</param>
/// <param name="Label">The label.</param>
/// <param name="Hint">What is accepted; <see langword="null"/> if the input says it.</param>
/// <param name="Input">The input.</param>
internal sealed record FieldView(string Id, string Name, string Label, string? Hint, InputView Input)
{
    /// <summary>Whether the input takes the whole width of a form.</summary>
    public bool IsWide => Input is InputView.LongText or InputView.Checks;
}
