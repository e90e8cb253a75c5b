namespace JourneyApps.Emulator.Browser.Views;

/// <summary>The last entries of the oplog.</summary>
/// <param name="Entries">The entries, newest first.</param>
/// <param name="After">The sequence after which new entries follow.</param>
internal sealed record OplogView(IReadOnlyList<OplogEntryView> Entries, string After);
