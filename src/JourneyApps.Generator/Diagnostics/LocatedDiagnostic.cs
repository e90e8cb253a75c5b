namespace JourneyApps.Generator.Diagnostics;

/// <summary>A diagnostic with its position.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Arguments">The arguments of the message.</param>
/// <param name="Path">The file; empty for the project as a whole.</param>
/// <param name="Range">The range in the file; <see langword="null"/> for the file as a whole.</param>
internal sealed record LocatedDiagnostic(SchemaRule Rule, IReadOnlyList<string> Arguments, string Path, TextRange? Range);
