using JourneyApps.Generator.Pipeline;
using JourneyApps.Schema;

namespace JourneyApps.Generator.Naming;

/// <summary>Something worth knowing about a name, still without a position.</summary>
/// <param name="Rule">The cause.</param>
/// <param name="Arguments">What the message names.</param>
/// <param name="Element">The element of the schema that is meant; <see langword="null"/> for a line of the names file.</param>
/// <param name="NamesKey">The key, as written, of the line of the names file that is meant; <see langword="null"/> for an element.</param>
internal sealed record NameFinding(SchemaRule Rule, EquatableArray<string> Arguments, ElementPath? Element, string? NamesKey = null);
