namespace JourneyApps.Architecture.Tests;

/// <summary>The size of the product, printed, and the limits of what users see of the runtime.</summary>
public sealed class CountTests(ITestOutputHelper output)
{
    // FieldExtensions and KeyConverter came after the limits of 120, 65 and 12 were set: In for other collections has to be an extension, because
    // as a member it is ambiguous for collection expressions in C# 12, and an enum has a key in JSON only by a converter that it can name.
    // PropertyNotifier is what models have that implement INotifyPropertyChanged; FieldOperators is for F# and Visual Basic.
    private const int MostExported = 125;
    private const int MostImported = 66;
    private const int MostCompilerServices = 14;

    /// <summary>Projects without folders: they are counted and have no floors.</summary>
    private static Project[] Flat { get; } =
    [
        new("JourneyApps.Generator.CodeFixes", "netstandard2.0", "", []),
        new("JourneyApps.Extensions.DependencyInjection", "net10.0", "", []),
        new("JourneyApps.Mirroring.Sqlite", "net10.0", "", []),
        new("JourneyApps.Mirroring.PostgreSql", "net10.0", "", []),
        new("JourneyApps.Mirroring.SqlServer", "net10.0", "", []),
        new("JourneyApps.Extensions.OpenApi", "net10.0", "", []),
    ];

    [Fact]
    public void Folders_types_and_lines()
    {
        int types = 0, lines = 0, folders = 0, inCycles = 0;
        foreach (Project project in Project.All.Concat(Flat))
        {
            AssemblyTypes assembly = AssemblyFile.Read(project);
            int cycles = new FolderGraph(assembly.References).Cycles().Sum(cycle => cycle.Length);
            int projectFolders = assembly.Types.Select(type => type.Folder).Distinct().Count();
            output.WriteLine($"{project.Name}: {assembly.Count} types, {cycles} of {projectFolders} folders in cycles");
            types += assembly.Count;
            folders += projectFolders;
            inCycles += cycles;
        }

        foreach (string project in Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src"))
            .Select(path => Path.GetFileName(path)!).Order())
        {
            int projectLines = Repository.SourceFiles(project).Sum(file => Repository.ReadLines(project, file).Length);
            output.WriteLine($"{project}: {projectLines} lines");
            lines += projectLines;
        }

        output.WriteLine($"src: {types} types, {lines} lines, {inCycles} of {folders} folders in cycles");
        Assert.True(inCycles == 0, $"{inCycles} of {folders} folders are in cycles.");
    }

    [Fact]
    public void Exported_types_of_the_runtime()
    {
        IReadOnlyDictionary<string, int> exported = AssemblyFile.Read(RuntimeFloors.Project).ExportedByNamespace;
        foreach ((string name, int count) in exported.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            output.WriteLine($"{name}: {count}");
        output.WriteLine($"sum: {exported.Values.Sum()} (at most {MostExported})");

        Assert.True(exported.Values.Sum() <= MostExported,
            $"The runtime exports {exported.Values.Sum()} types; at most {MostExported} are allowed.");
        Assert.True(exported.GetValueOrDefault("JourneyApps") <= MostImported,
            $"JourneyApps has {exported.GetValueOrDefault("JourneyApps")} types; at most {MostImported} are allowed.");
        Assert.True(exported.GetValueOrDefault("JourneyApps.CompilerServices") <= MostCompilerServices,
            $"JourneyApps.CompilerServices has {exported.GetValueOrDefault("JourneyApps.CompilerServices")} types; at most {MostCompilerServices} are allowed.");
    }
}
