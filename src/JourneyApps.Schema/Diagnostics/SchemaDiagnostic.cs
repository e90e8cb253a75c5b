using System.Globalization;

namespace JourneyApps.Schema;

/// <summary>An error, warning or information about a schema.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Arguments">The arguments of the message.</param>
/// <param name="Range">The range in the text; <see langword="null"/> for the document as a whole.</param>
/// <param name="Model">The name of the model that it is in; <see langword="null"/> outside of models.</param>
public sealed record SchemaDiagnostic(SchemaRule Rule, IReadOnlyList<string> Arguments, TextRange? Range, string? Model)
{
    /// <summary>The arguments of the message.</summary>
    public IReadOnlyList<string> Arguments { get; init => field = EquatableArray.Of(value); } = EquatableArray.Of(Arguments);

    /// <summary>The severity of the rule.</summary>
    public SchemaSeverity Severity => Rule.Severity;

    /// <summary>The message with its arguments.</summary>
    public string Message => string.Format(CultureInfo.InvariantCulture, Rule.MessageFormat, [.. Arguments]);
}
