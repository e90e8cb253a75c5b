using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace JourneyApps.Package.Tests;

/// <summary>
/// Projects with files of their own under every name that the package knows, in every kind of item and with every metadata that decides where
/// a file goes. Each is published and packed with and without the package: both have the same files. CI tries one combination for each kind of
/// project, <c>FULL=1</c> all of them.
/// </summary>
public sealed class OwnFilesTests(ConsumerFolder folder, ITestOutputHelper output)
{
    private static readonly (string Name, string Sdk, string Properties)[] Kinds =
    [
        ("console", "Microsoft.NET.Sdk", "<OutputType>Exe</OutputType>"),
        ("web", "Microsoft.NET.Sdk.Web", ""),
        ("worker", "Microsoft.NET.Sdk.Worker", ""),
        ("library", "Microsoft.NET.Sdk", ""),
    ];

    private static readonly (string Name, string Text)[] Files =
    [
        ("schema.xml", "<schema name=\"example\" version=\"1.6\"><types/></schema>"),
        ("schema.names", "not = ours\n"),
        ("app.schema.xml", "<beans/>"),
        ("app.schema.names", "neither = ours\n"),
        ("application.xml", "<application/>"),
        ("datamodel.json", "{\"myTables\":[\"a\"]}"),
        ("datamodel.names", "nor = this\n"),
    ];

    // What a project can say about a file of its own. {0} is the file's name.
    private static readonly string[] Treatments =
    [
        "",
        "<None Remove=\"{0}\" /><Content Remove=\"{0}\" /><Content Include=\"{0}\" CopyToOutputDirectory=\"PreserveNewest\" />",
        "<None Update=\"{0}\" CopyToOutputDirectory=\"Always\" />",
        "<None Update=\"{0}\" CopyToPublishDirectory=\"PreserveNewest\" />",
        "<None Update=\"{0}\" Pack=\"true\" PackagePath=\"tools/\" />",
        "<None Remove=\"{0}\" /><Content Remove=\"{0}\" /><Content Include=\"{0}\" Pack=\"true\" PackagePath=\"contentFiles/any/any/{0}\" />",
        "<None Remove=\"{0}\" /><None Include=\"{0}\" Link=\"linked/{0}\" CopyToOutputDirectory=\"PreserveNewest\" />",
        "<None Remove=\"{0}\" /><Content Remove=\"{0}\" /><Content Include=\"{0}\" CopyToOutputDirectory=\"Always\" CopyToPublishDirectory=\"Never\" />",
        "<None Remove=\"{0}\" /><Content Remove=\"{0}\" /><EmbeddedResource Include=\"{0}\" LogicalName=\"own:{0}\" />",
        "<None Remove=\"{0}\" /><Content Remove=\"{0}\" /><Content Include=\"{0}\" TargetPath=\"renamed/{0}.txt\" CopyToOutputDirectory=\"Always\" />",
        "<None Update=\"{0}\" Mine=\"true\" />",
        "<None Update=\"{0}\" DependentUpon=\"Program.cs\" CopyToOutputDirectory=\"PreserveNewest\" />",
        "<AdditionalFiles Include=\"{0}\" /><Content Remove=\"{0}\" /><Content Include=\"{0}\" CopyToPublishDirectory=\"Always\" />",
        "<None Update=\"{0}\" PackageCopyToOutput=\"true\" Pack=\"true\" PackagePath=\"build/\" />",
        "<None Remove=\"{0}\" /><Content Remove=\"{0}\" />",
    ];

    private static bool IsFull => Environment.GetEnvironmentVariable("FULL") == "1";

    [Fact]
    public async Task Projects_publish_and_pack_the_same_files_with_and_without_the_package()
    {
        (string Project, (string Name, string Sdk, string Properties) Kind, int Rotation)[] layouts =
        [
            .. from kind in Kinds.Select((kind, index) => (Kind: kind, Index: index))
               from turn in Enumerable.Range(0, IsFull ? Treatments.Length : 1)
               let rotation = turn + (kind.Index * 4)
               select ($"{kind.Kind.Name}{turn}", kind.Kind, rotation),
        ];
        foreach (var layout in layouts)
        {
            Write(layout.Project, layout.Kind, layout.Rotation, withPackage: true);
            Write(layout.Project, layout.Kind, layout.Rotation, withPackage: false);
        }

        foreach ((string name, string text) in Files) await WriteTextAsync(folder.PathOf("OwnFiles", "elsewhere", name), text);
        await WriteTextAsync(folder.PathOf("OwnFiles", "all.proj"), """
            <Project DefaultTargets="All">
              <ItemGroup><Own Include="$(OwnKind)*/*/Own.csproj" /></ItemGroup>
              <Target Name="All">
                <MSBuild Projects="@(Own)" Targets="Restore" Properties="Configuration=Release;Session=restore" />
                <MSBuild Projects="@(Own)" Targets="Publish;Pack" Properties="Configuration=Release" />
              </Target>
            </Project>
            """);

        // All layouts of all kinds in one process would take longer than a process may.
        foreach (string kind in IsFull ? Kinds.Select(kind => kind.Name) : [""])
        {
            (int exitCode, string log) = await folder.RunAsync("OwnFiles", "msbuild", "all.proj", "-nologo", "-m:1", "-v:q", $"-p:OwnKind={kind}");
            Assert.True(exitCode == 0, log);
        }

        int files = 0;
        foreach (var layout in layouts)
        {
            string[] without = Produced(layout.Project, withPackage: false);
            string[] with = Produced(layout.Project, withPackage: true);
            Assert.True(without.SequenceEqual(with), $"{layout.Project}\nwithout the package: {string.Join(", ", without)}\nwith it: {string.Join(", ", with)}");
            files += without.Length;
        }

        Assert.True(files > 20 * layouts.Length, $"{files} files in {layouts.Length} layouts");
        output.WriteLine($"{layouts.Length} layouts, {Files.Length} names, {Treatments.Length} treatments: {files} files, the same with and without the package");
    }

    private static string Folder(string project, bool withPackage) => Path.Combine("OwnFiles", project, withPackage ? "with" : "without");

    private void Write(string project, (string Name, string Sdk, string Properties) kind, int rotation, bool withPackage)
    {
        string Here(string name) => folder.PathOf(Folder(project, withPackage), name);
        Directory.CreateDirectory(Here("sub"));
        List<string> items = [];
        for (int i = 0; i < Files.Length; i++)
        {
            File.WriteAllText(Here(Files[i].Name), Files[i].Text);
            File.WriteAllText(Here(Path.Combine("sub", Files[i].Name)), Files[i].Text);
            items.Add(string.Format(null, Treatments[(rotation + (i * 2)) % Treatments.Length], Files[i].Name));
            items.Add($"<None Include=\"../../elsewhere/{Files[i].Name}\" Link=\"solr/{Files[i].Name}\" CopyToOutputDirectory=\"PreserveNewest\" Pack=\"true\" PackagePath=\"solr/\" />");
        }

        items.Add("<Content Remove=\"sub/**\" /><None Remove=\"sub/**\" /><Content Include=\"sub/**\" CopyToOutputDirectory=\"PreserveNewest\" />");
        File.WriteAllText(Here("Program.cs"), kind.Name == "library" ? "public class Something;" : "System.Console.WriteLine();");
        // The project has a schema of the app as well, which is nothing to the SDK.
        File.WriteAllText(Here("field.schema.xml"), """<data-model><model name="job" label="Job"><field name="title" label="Title" type="text"/><display>{title}</display></model></data-model>""");
        File.WriteAllText(Here("Own.csproj"), $"""
            <Project Sdk="{kind.Sdk}">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <UseAppHost>false</UseAppHost>
                <IsPackable>true</IsPackable>
                <PackageOutputPath>bin/packed</PackageOutputPath>
                <NoWarn>$(NoWarn);JA3008;NU5100;NU5118;NU5128</NoWarn>
                {kind.Properties}
              </PropertyGroup>
              <ItemGroup>
                {(withPackage ? $"<PackageReference Include=\"JourneyApps.Generator\" Version=\"{ConsumerFolder.Version}\" />" : "")}
                {string.Join("\n    ", items)}
              </ItemGroup>
              <Target Name="CopyMine" AfterTargets="Build">
                <Copy SourceFiles="@(None->WithMetadataValue('Mine', 'true'))" DestinationFolder="$(OutDir)mine" />
              </Target>
            </Project>
            """);
    }

    private static async Task WriteTextAsync(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
    }

    // Files in the output, in the published folder (below it) and in the package, and the names of embedded resources. The assemblies of the
    // package's dependencies are what the package is for.
    private string[] Produced(string project, bool withPackage)
    {
        string bin = folder.PathOf(Folder(project, withPackage), "bin", "Release", "net10.0");
        string[] output = [.. Directory.EnumerateFiles(bin, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(bin, file))];
        string package = Assert.Single(Directory.EnumerateFiles(folder.PathOf(Folder(project, withPackage), "bin", "packed"), "*.nupkg"));
        using ZipArchive archive = ZipFile.OpenRead(package);
        using PEReader assembly = new(File.OpenRead(Path.Combine(bin, "Own.dll")));
        MetadataReader metadata = assembly.GetMetadataReader();
        return
        [
            .. output.Where(IsOwn).Order(StringComparer.Ordinal),
            .. archive.Entries.Select(entry => $"nupkg:{entry.FullName}").Where(name => IsOwn(name) && !name.EndsWith(".psmdcp", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
            .. metadata.ManifestResources.Select(handle => $"resource:{metadata.GetString(metadata.GetManifestResource(handle).Name)}").Order(StringComparer.Ordinal),
        ];
    }

    private static bool IsOwn(string name) => !name.EndsWith(".dll", StringComparison.Ordinal) && !name.EndsWith(".deps.json", StringComparison.Ordinal);
}
