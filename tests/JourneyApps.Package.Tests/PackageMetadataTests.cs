using System.Buffers.Binary;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace JourneyApps.Package.Tests;

/// <summary>What a package's page on a gallery shows, and what a debugger finds in it.</summary>
[Collection(nameof(OldPackages))]
public sealed partial class PackageMetadataTests(ConsumerFolder folder, OldPackages old)
{
    public static TheoryData<string> Ids =>
        ["JourneyApps.Schema", "JourneyApps.Runtime", "JourneyApps.Generator", "JourneyApps.Extensions.DependencyInjection", "JourneyApps.Extensions.OpenApi", "JourneyApps.Mirroring", "JourneyApps.Mirroring.Sqlite",
         "JourneyApps.Mirroring.PostgreSql", "JourneyApps.Mirroring.SqlServer", "JourneyApps.Mirroring.EntityFrameworkCore", "JourneyApps.Emulator",
         "JourneyApps.Tool", "JourneyApps.Templates"];

    /// <summary>All but the templates.</summary>
    public static TheoryData<string> WithAssemblies => [.. Ids.Select(id => id.Data).Where(id => id != "JourneyApps.Templates")];

    [Fact]
    public void These_are_all_the_packages()
        => Assert.Equal(
            Ids.Select(id => $"{id.Data}.{ConsumerFolder.Version}.nupkg").Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(folder.Feed, "*.nupkg").Select(Path.GetFileName).Where(name => name!.StartsWith("JourneyApps.", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_package_says_what_it_is_whose_it_is_and_what_is_new(string id)
    {
        string package = folder.PackageOf(id);

        Assert.Equal(
            (id, ConsumerFolder.Version, "MIT", "icon.png", "README.md", OldPackages.Repository),
            (Value("id"), Value("version"), Value("license"), Value("icon"), Value("readme"), Value("projectUrl")));
        Assert.All((string[])["authors", "description", "copyright"], name => Assert.NotEqual("", Value(name)));
        Assert.InRange(Value("description").Length, 60, 300);
        Assert.Contains("journeyapps", Value("tags").Split(' '));
        Assert.Contains("### ", Value("releaseNotes"), StringComparison.Ordinal);
        Assert.EndsWith($"{OldPackages.Repository}/blob/main/CHANGELOG.md", Value("releaseNotes"), StringComparison.Ordinal);
        Assert.InRange(Value("releaseNotes").Length, 200, 30_000);

        string Value(string name) => PackageFiles.Metadata(package, name);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_package_has_an_icon_as_galleries_want_it(string id)
    {
        byte[] icon = PackageFiles.Read(folder.PackageOf(id), "icon.png");

        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], icon[..4]);
        Assert.Equal((128, 128), (BinaryPrimitives.ReadInt32BigEndian(icon.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(icon.AsSpan(20))));
        Assert.InRange(icon.Length, 500, 10_000);
    }

    /// <summary>A gallery shows the readme without the repository around it.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_link_of_a_packages_readme_is_absolute_and_leads_somewhere(string id)
    {
        string readme = Encoding.UTF8.GetString(PackageFiles.Read(folder.PackageOf(id), "README.md"));

        string[] links = [.. Link().Matches(readme).Select(link => link.Groups["target"].Value)];

        Assert.StartsWith($"# {id}\n", readme, StringComparison.Ordinal);
        Assert.InRange(links.Length, 3, 30);
        foreach (string link in links)
        {
            string start = $"{OldPackages.Repository}/blob/main/";
            Assert.StartsWith(start, link, StringComparison.Ordinal);
            Assert.True(Path.Exists(Path.Combine(BuildFacts.RepoRoot, link[start.Length..])), $"{link} leads nowhere.");
        }
    }

    [Theory]
    [MemberData(nameof(WithAssemblies))]
    public void Every_assembly_of_ours_has_its_symbols_inside(string id)
    {
        string package = folder.PackageOf(id);
        string[] assemblies = [.. PackageListing.Of(package).Where(name => Ours().IsMatch(name))];

        Assert.NotEmpty(assemblies);
        Assert.All(assemblies, name => Assert.NotEmpty(Symbols.Of(PackageFiles.Read(package, name))?.Documents ?? []));
    }

    [Theory]
    [InlineData("JourneyApps.Generator", "analyzers/dotnet/cs/JourneyApps.Generator.dll")]
    [InlineData("JourneyApps.Generator", "analyzers/dotnet/cs/JourneyApps.Generator.CodeFixes.dll")]
    [InlineData("JourneyApps.Generator", "analyzers/dotnet/cs/JourneyApps.Schema.dll")]
    [InlineData("JourneyApps.Schema", "lib/net8.0/JourneyApps.Schema.dll")]
    [InlineData("JourneyApps.Runtime", "lib/net8.0/JourneyApps.Runtime.dll")]
    [InlineData("JourneyApps.Runtime", "lib/net10.0/JourneyApps.Runtime.dll")]
    public void A_package_built_in_a_clone_links_to_its_sources_and_does_not_say_where_it_was_built(string id, string assembly)
    {
        Symbols symbols = Symbols.Of(PackageFiles.Read(old.PathOf(id), assembly))!;
        XElement repository = PackageFiles.Specification(old.PathOf(id)).Descendants().Single(element => element.Name.LocalName == "repository");

        Assert.Equal(
            ("git", OldPackages.Repository, OldPackages.Commit),
            ((string?)repository.Attribute("type"), ((string?)repository.Attribute("url"))?.Replace(".git", "", StringComparison.Ordinal), (string?)repository.Attribute("commit")));
        Assert.Contains($"https://raw.githubusercontent.com/journeyapps-dotnet/journeyapps-generator/{OldPackages.Commit}/*", symbols.SourceLink, StringComparison.Ordinal);
        Assert.All(symbols.Documents, document => Assert.StartsWith("/_", document, StringComparison.Ordinal));
    }

    /// <summary>An application on .NET 8 keeps its 8.0 packages, and our own pins are not passed on.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void A_package_depends_on_the_lowest_versions_of_each_framework(string id)
    {
        foreach (XElement group in PackageFiles.Specification(folder.PackageOf(id)).Descendants().Where(element => element.Name.LocalName == "group"))
        {
            string framework = (string)group.Attribute("targetFramework")!;
            foreach (XElement dependency in group.Elements().Where(element => element.Name.LocalName == "dependency"))
            {
                string name = (string)dependency.Attribute("id")!;
                string version = (string)dependency.Attribute("version")!;
                Assert.DoesNotContain("SQLitePCLRaw", name, StringComparison.Ordinal);
                // These two have other version numbers than the framework.
                if (!name.StartsWith("Microsoft.", StringComparison.Ordinal) || name is "Microsoft.OpenApi" or "Microsoft.Data.SqlClient") continue;
                Assert.True(version.StartsWith(framework.Replace("net", "", StringComparison.Ordinal) + ".", StringComparison.Ordinal), $"{framework}: {name} {version}");
            }
        }
    }

    [Fact]
    public void The_notices_of_the_tool_name_every_library_in_its_package()
    {
        string notices = Encoding.UTF8.GetString(PackageFiles.Read(folder.PackageOf("JourneyApps.Tool"), "THIRD-PARTY-NOTICES.txt"));
        string[] libraries = [.. PackageListing.Of(folder.PackageOf("JourneyApps.Tool"))
            .Where(name => name.EndsWith(".dll", StringComparison.Ordinal) && !Ours().IsMatch(name))
            .Select(name => Path.GetFileNameWithoutExtension(name)!)];

        Assert.NotEmpty(libraries);
        Assert.All(libraries, library => Assert.Contains(library, notices, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"/(JourneyApps\.\w+(\.\w+)*|journeyapps)\.dll$")]
    private static partial Regex Ours();
}
