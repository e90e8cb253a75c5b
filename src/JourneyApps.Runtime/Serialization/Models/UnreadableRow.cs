namespace JourneyApps.Internal.Serialization.Models;

/// <summary>An object of a page that could not be read.</summary>
/// <param name="Id">Its id, if that much could be read.</param>
/// <param name="Position">Its place in the page, from 0.</param>
/// <param name="Fault">The error.</param>
internal sealed record UnreadableRow(string? Id, int Position, JsonValueException Fault);
