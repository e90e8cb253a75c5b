using JourneyApps.Schema.Parsed;

namespace JourneyApps.Schema.Naming;

/// <summary>A diagnostic about a name, without a position.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Arguments">The arguments of the message.</param>
/// <param name="Element">The element of the schema; <see langword="null"/> for a line of <c>schema.names</c>.</param>
/// <param name="OverrideKey">The key of the line of <c>schema.names</c>, as written; <see langword="null"/> for an element.</param>
internal sealed record NamingDiagnostic(
    SchemaRule Rule, EquatableArray<string> Arguments, ElementPath? Element, string? OverrideKey = null);
