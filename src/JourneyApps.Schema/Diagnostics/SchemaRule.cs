namespace JourneyApps.Schema;

/// <summary>A cause of findings.</summary>
/// <param name="Id">
/// The id, one per cause: <c>JA1xxx</c> for the platform's own rules, <c>JA2xxx</c> for what the platform does not look for,
/// <c>JA3xxx</c> for configuration.
/// </param>
/// <param name="Title">The cause in a few words.</param>
/// <param name="MessageFormat">The message, with <c>{0}</c> … for what is named in it. It says what is wrong and what to do.</param>
/// <param name="Severity">How bad it is.</param>
public sealed record SchemaRule(string Id, string Title, string MessageFormat, SchemaSeverity Severity);
