namespace JourneyApps.Architecture.Tests;

/// <summary>What a compiled project declares and which of its own types use each other.</summary>
/// <param name="Types">The types that are not nested.</param>
/// <param name="Count">The number of types with a name, nested ones included.</param>
/// <param name="ExportedByNamespace">The number of types that other assemblies see, nested ones included, by namespace.</param>
internal sealed record AssemblyTypes(
    IReadOnlyList<SourceType> Types,
    IReadOnlyList<Reference> References,
    int Count,
    IReadOnlyDictionary<string, int> ExportedByNamespace);
