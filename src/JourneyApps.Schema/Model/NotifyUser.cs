namespace JourneyApps.Schema;

/// <summary>A push message to an app user.</summary>
/// <param name="Message">The text, a format string as in <c>display</c>.</param>
/// <param name="ReceivedField">The datetime field that is set when the message is received.</param>
/// <param name="RecipientField">The belongs-to that names the receiving user.</param>
/// <param name="BadgeCountField">The integer field with the badge count; <see langword="null"/> if there is none.</param>
public sealed record NotifyUser(string? Message, string? ReceivedField, string? RecipientField, string? BadgeCountField);
