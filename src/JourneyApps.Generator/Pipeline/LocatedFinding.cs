using JourneyApps.Schema;

namespace JourneyApps.Generator.Pipeline;

/// <summary>A finding at its place in a file.</summary>
/// <param name="Rule">The cause.</param>
/// <param name="Arguments">What the message names.</param>
/// <param name="Path">The file; empty for the project as a whole.</param>
/// <param name="Range">Where in it; <see langword="null"/> for the file as a whole.</param>
internal sealed record LocatedFinding(SchemaRule Rule, EquatableArray<string> Arguments, string Path, TextRange? Range);
