using System.Globalization;

namespace JourneyApps.Schema;

/// <summary>Something wrong, or worth knowing, at a place in the schema.</summary>
/// <param name="Rule">The cause.</param>
/// <param name="Arguments">What the message names.</param>
/// <param name="Range">Where; <see langword="null"/> when the document as a whole is meant.</param>
/// <param name="Model">The model in which it stands; <see langword="null"/> when it stands in none.</param>
public sealed record SchemaDiagnostic(SchemaRule Rule, EquatableArray<string> Arguments, TextRange? Range, string? Model)
{
    /// <summary>How bad it is.</summary>
    public SchemaSeverity Severity => Rule.Severity;

    /// <summary>The message in full.</summary>
    public string Message => string.Format(CultureInfo.InvariantCulture, Rule.MessageFormat, [.. Arguments]);
}
