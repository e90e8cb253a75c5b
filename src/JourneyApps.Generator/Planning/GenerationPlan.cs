using JourneyApps.Generator.Diagnostics;

namespace JourneyApps.Generator.Planning;

/// <summary>What is generated from which file: the only value that depends on all schemas of a project.</summary>
/// <param name="Files">The schema files.</param>
/// <param name="Diagnostics">The diagnostics about them and about the project.</param>
internal sealed record GenerationPlan(
    EquatableArray<(string Path, SchemaDisposition Disposition)> Files, EquatableArray<LocatedDiagnostic> Diagnostics)
{
    private Uncompared<Dictionary<string, SchemaDisposition>> _byPath;

    /// <summary>What is done with a file.</summary>
    public SchemaDisposition DispositionOf(string path)
        => ByPath().TryGetValue(path, out SchemaDisposition disposition) ? disposition : SchemaDisposition.Ignore;

    /// <summary>Whether code is generated from a schema.</summary>
    public bool Generates(NamedSchema schema) => DispositionOf(schema.Schema.Path) == SchemaDisposition.Generate;

    /// <summary>Created at the first use; two threads at once create the same.</summary>
    private Dictionary<string, SchemaDisposition> ByPath()
    {
        if (_byPath.Value is { } known) return known;
        var byPath = new Dictionary<string, SchemaDisposition>(Files.Count, StringComparer.Ordinal);
        foreach ((string file, SchemaDisposition disposition) in Files) byPath[file] = disposition;
        _byPath = new(byPath);
        return byPath;
    }
}
