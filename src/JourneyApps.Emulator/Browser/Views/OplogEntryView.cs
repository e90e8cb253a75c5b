namespace JourneyApps.Emulator.Browser.Views;

/// <summary>An entry of the oplog. Its names are those of the JSON that the script reads.</summary>
/// <param name="Sequence">The sequence. Text, because it exceeds the numbers of JavaScript.</param>
/// <param name="Operation"><c>create</c>, <c>update</c> or <c>delete</c>.</param>
/// <param name="Type">The model's name.</param>
/// <param name="Label">The model's label.</param>
/// <param name="Id">The object's id.</param>
/// <param name="Display">The object's display text; may be empty.</param>
/// <param name="Time">When the object was changed.</param>
internal sealed record OplogEntryView(string Sequence, string Operation, string Type, string Label, string Id, string Display, string Time);
