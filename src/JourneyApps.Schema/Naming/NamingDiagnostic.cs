using JourneyApps.Schema.Diagnostics;
using JourneyApps.Schema.Parsed;

namespace JourneyApps.Schema.Naming;

/// <summary>A diagnostic about a name, without a position.</summary>
internal sealed record NamingDiagnostic
{
    public NamingDiagnostic(SchemaRule rule, string[] arguments, ElementPath? element, string? overrideKey = null)
        => (Rule, Arguments, Element, OverrideKey) = (rule, MessageArgument.All(arguments), element, overrideKey);

    /// <summary>The rule.</summary>
    public SchemaRule Rule { get; }

    /// <summary>The arguments of the message.</summary>
    public EquatableArray<string> Arguments { get; }

    /// <summary>The element of the schema; <see langword="null"/> for a line of <c>schema.names</c>.</summary>
    public ElementPath? Element { get; }

    /// <summary>The key of the line of <c>schema.names</c>, as written; <see langword="null"/> for an element.</summary>
    public string? OverrideKey { get; }
}
