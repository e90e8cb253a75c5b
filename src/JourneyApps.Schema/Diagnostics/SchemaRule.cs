namespace JourneyApps.Schema;

/// <summary>A rule that a schema can break.</summary>
/// <param name="Id">The id: <c>JA1xxx</c> for rules of the platform, <c>JA2xxx</c> for what the platform does not check, <c>JA3xxx</c> for
/// configuration.</param>
/// <param name="Title">A short description.</param>
/// <param name="MessageFormat">The format of the message, with <c>{0}</c> and so on for its arguments.</param>
/// <param name="Severity">The severity of its diagnostics.</param>
public sealed record SchemaRule(string Id, string Title, string MessageFormat, SchemaSeverity Severity);
