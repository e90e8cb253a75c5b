using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace JourneyApps.Benchmarks.Generation;

/// <summary>A generator as the compiler gets it: from its file, with what lies beside it.</summary>
internal sealed class GeneratorFile : AssemblyLoadContext
{
    private readonly string _folder;

    private GeneratorFile(string folder) => _folder = folder;

    /// <summary>Loads a generator.</summary>
    /// <param name="path">The file.</param>
    /// <param name="type">The class, with its namespace.</param>
    public static ISourceGenerator Load(string path, string type)
    {
        var context = new GeneratorFile(Path.GetDirectoryName(path)!);
        var generator = (IIncrementalGenerator)Activator.CreateInstance(context.LoadFromAssemblyPath(path).GetType(type, throwOnError: true)!)!;
        return generator.AsSourceGenerator();
    }

    // The compiler's own assemblies are those of this process; all else comes from the folder, as it does in the compiler.
    protected override System.Reflection.Assembly? Load(System.Reflection.AssemblyName assemblyName)
    {
        string beside = Path.Combine(_folder, assemblyName.Name + ".dll");
        return assemblyName.Name!.StartsWith("JourneyApps.", StringComparison.Ordinal) && File.Exists(beside) ? LoadFromAssemblyPath(beside) : null;
    }
}
