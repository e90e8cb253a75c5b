using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace JourneyApps.PublicApi.Tests;

/// <summary>One of our assemblies as a compiler sees it: public and protected members only.</summary>
internal static class Library
{
    /// <summary>Every library that a user compiles against, with the frameworks that it is built for.</summary>
    public static readonly (string Name, string[] Frameworks)[] All =
    [
        ("JourneyApps.Runtime", ["net8.0", "net10.0"]),
        ("JourneyApps.Extensions.DependencyInjection", ["net8.0", "net10.0"]),
        ("JourneyApps.Mirroring", ["net8.0", "net10.0"]),
        ("JourneyApps.Mirroring.Sqlite", ["net8.0", "net10.0"]),
        ("JourneyApps.Mirroring.PostgreSql", ["net8.0", "net10.0"]),
        ("JourneyApps.Mirroring.SqlServer", ["net8.0", "net10.0"]),
        ("JourneyApps.Extensions.OpenApi", ["net10.0"]),
        ("JourneyApps.Emulator", ["net8.0", "net10.0"]),
        ("JourneyApps.Mirroring.EntityFrameworkCore", ["net8.0", "net10.0"]),
        ("JourneyApps.Schema", ["netstandard2.0", "net8.0"]),
    ];

    private static readonly ConcurrentDictionary<(string Name, string Framework), IReadOnlyList<INamedTypeSymbol>> Read = new();

    /// <summary>The public types of a library, by full name.</summary>
    public static IReadOnlyList<INamedTypeSymbol> Types(string name, string framework) => Read.GetOrAdd(
        (name, framework),
        static key => [.. TypesIn(Assembly(key.Name, key.Framework).GlobalNamespace).OrderBy(type => type.ToDisplayString(), StringComparer.Ordinal)]);

    /// <summary>A library as read.</summary>
    public static IAssemblySymbol Assembly(string name, string framework)
    {
        MetadataReference library = MetadataReference.CreateFromFile(Path.Combine(
            BuildFacts.RepositoryRoot, "src", name, "bin", BuildFacts.Configuration, framework, name + ".dll"));
        var compilation = CSharpCompilation.Create("Reader", references: [library, .. Others(name)]);
        return (IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(library)!;
    }

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol place)
    {
        foreach (INamespaceOrTypeSymbol member in place.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            if (member is INamedTypeSymbol { DeclaredAccessibility: Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal } type)
                yield return type;
            foreach (INamedTypeSymbol inner in TypesIn(member)) yield return inner;
        }
    }

    private static IEnumerable<MetadataReference> Others(string name)
        => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileNameWithoutExtension(path) != name)
            .Select(path => MetadataReference.CreateFromFile(path));
}
