namespace JourneyApps.Architecture.Tests;

/// <summary>A type that is not nested, with the source files that it is declared in.</summary>
/// <param name="Name">The name as written in the source.</param>
/// <param name="Arity">The number of type parameters.</param>
/// <param name="IsPublic">Whether other assemblies see it.</param>
/// <param name="Files">The files relative to the project, sorted.</param>
internal sealed record SourceType(string Namespace, string Name, int Arity, bool IsPublic, IReadOnlyList<string> Files)
{
    /// <summary>The folder of its first file; "." is the project's own.</summary>
    public string Folder => FolderOf(Files[0]);

    public static string FolderOf(string file) => Path.GetDirectoryName(file)?.Replace('\\', '/') is { Length: > 0 } folder ? folder : ".";

    public override string ToString() => Arity == 0 ? Name : $"{Name}<{new string(',', Arity - 1)}>";
}
