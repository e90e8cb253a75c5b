using JourneyApps.Generator.Diagnostics;

namespace JourneyApps.Generator.Planning;

/// <summary>What is generated from which file: the only value that depends on all schemas of a project.</summary>
/// <param name="Files">The schema files.</param>
/// <param name="Diagnostics">The diagnostics about them and about the project.</param>
internal sealed record GenerationPlan(
    EquatableArray<(string Path, SchemaDisposition Disposition)> Files, EquatableArray<LocatedDiagnostic> Diagnostics)
{
    /// <summary>What is done with a file.</summary>
    public SchemaDisposition DispositionOf(string path)
    {
        foreach ((string file, SchemaDisposition disposition) in Files)
        {
            if (file == path) return disposition;
        }

        return SchemaDisposition.Ignore;
    }

    /// <summary>Whether code is generated from a schema.</summary>
    public bool Generates(NamedSchema schema) => DispositionOf(schema.Schema.Path) == SchemaDisposition.Generate;
}
