namespace JourneyApps.Emulator.Browser.Views;

/// <summary>A row in the list of models.</summary>
/// <param name="Name">The name.</param>
/// <param name="Label">The label.</param>
/// <param name="Fields">The number of fields and relationships.</param>
/// <param name="Objects">The number of objects.</param>
internal sealed record ModelView(string Name, string Label, int Fields, long Objects);
