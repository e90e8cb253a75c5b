namespace JourneyApps.Architecture.Tests;

/// <summary>What a compiled project declares and which of its own types use each other.</summary>
/// <param name="ExportedByNamespace">The number of types that other assemblies see, nested ones included, by namespace.</param>
internal sealed record AssemblyTypes(
    IReadOnlyList<SourceType> Types,
    IReadOnlyList<Reference> References,
    IReadOnlyDictionary<string, int> ExportedByNamespace);
