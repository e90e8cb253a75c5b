using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace JourneyApps.Docs.Tests;

public sealed partial class DocsTests(ITestOutputHelper output)
{
    private const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using JourneyApps;
        global using FieldService;
        """;

    [Fact]
    public async Task Every_block_of_csharp_compiles_against_the_samples_models_and_runs_against_the_emulator()
    {
        CodeBlock[] blocks = [.. Pages.All().SelectMany(Pages.Blocks).Where(block => block.Language is "csharp" or "cs" or "c#")];
        var compilation = CSharpCompilation.Create(
            "Blocks",
            [CSharpSyntaxTree.ParseText(GlobalUsings), .. blocks.Select(Snippet.Of)],
            References(),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: false, nullableContextOptions: NullableContextOptions.Enable));

        string[] errors = [.. compilation.GetDiagnostics().Where(found => found.Severity == DiagnosticSeverity.Error).Select(Describe)];
        Assert.True(errors.Length == 0, string.Join('\n', errors));
        Assert.True(blocks.Length >= 40, "The pages have lost their examples, or this test no longer finds them.");

        using MemoryStream assembly = new();
        Assert.True(compilation.Emit(assembly).Success);
        Type[] types = Assembly.Load(assembly.ToArray()).GetTypes();
        List<string> faults = [];
        int run = 0;
        List<string> notRun = [];
        for (int i = 0; i < blocks.Length; i++)
        {
            string place = string.Create(CultureInfo.InvariantCulture, $"{blocks[i].Page}({blocks[i].Line})");
            try
            {
                if (await BlockRun.RunAsync(blocks[i], [.. types.Where(type => Snippet.IsOf(type, blocks[i], i))]) > 0) run++;
                else notRun.Add($"{place}: it declares types, of which nothing can be called with what there is");
            }
            catch (Exception fault)
            {
                faults.Add($"{place}: {fault}");
            }
        }

        string counted = $"{blocks.Length} blocks of C# on {blocks.Select(block => block.Page).Distinct().Count()} pages were compiled, {run} of them run.{string.Concat(notRun.Select(block => "\n  not run: " + block))}";
        output.WriteLine(counted);
        Console.WriteLine(counted);
        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.Empty(notRun);
    }

    /// <summary>A test that cannot fail proves nothing: what is wrong in a block must come out, at its page and line.</summary>
    [Fact]
    public void A_block_that_is_wrong_is_an_error_at_its_line()
    {
        CodeBlock wrong = new("docs/wrong.md", 10, "csharp", "int open = await app.Jobs.CountAsync();\nawait app.Jobs.Where(j => j.Photo < 3).CountAsync();");
        var compilation = CSharpCompilation.Create(
            "Blocks", [CSharpSyntaxTree.ParseText(GlobalUsings), Snippet.Of(wrong, 1)], References(), new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

        string error = Assert.Single(compilation.GetDiagnostics().Where(found => found.Severity == DiagnosticSeverity.Error).Select(Describe));

        Assert.StartsWith("docs/wrong.md(11): CS0019", error, StringComparison.Ordinal);
    }

    /// <summary>The same for what compiles and does not do what it says.</summary>
    [Fact]
    public async Task A_block_that_fails_when_it_is_run_is_told()
    {
        CodeBlock wrong = new("docs/wrong.md", 10, "csharp", "await app.Jobs.GetAsync(\"7b0f1c5e-6a4e-4b39-9d4a-6f4f5b7c2d11\");");
        var compilation = CSharpCompilation.Create(
            "Blocks", [CSharpSyntaxTree.ParseText(GlobalUsings), Snippet.Of(wrong, 1)], References(), new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using MemoryStream assembly = new();
        Assert.True(compilation.Emit(assembly).Success);

        await Assert.ThrowsAsync<ObjectNotFoundException>(() => BlockRun.RunAsync(wrong, Assembly.Load(assembly.ToArray()).GetTypes()));
    }

    /// <summary>A gallery resolves no relative link. An absolute one is held to the file that it means.</summary>
    [Fact]
    public void Links_of_packages_are_absolute_and_lead_to_files_of_this_repository()
    {
        string[] readmes = [.. Pages.PackageReadmes()];

        Assert.True(readmes.Length >= 6);
        foreach (string readme in readmes)
        {
            string[] links = [.. Link().Matches(File.ReadAllText(Repository.PathOf(readme))).Select(link => link.Groups["target"].Value)];
            Assert.NotEmpty(links);
            Assert.All(links, link => Assert.StartsWith(Repository.Home, link, StringComparison.Ordinal));
            Assert.All(links, link => Assert.True(Path.Exists(Repository.PathOf(link[Repository.Home.Length..])), link));
        }
    }

    [Fact]
    public void Links_between_pages_lead_somewhere()
    {
        List<string> broken = [];
        foreach (string page in Pages.All())
        {
            string folder = Path.GetDirectoryName(Path.Combine(Repository.Root, page))!;
            foreach (Match link in Link().Matches(File.ReadAllText(Path.Combine(Repository.Root, page))))
            {
                string target = link.Groups["target"].Value;
                if (!target.Contains("://", StringComparison.Ordinal) && !Path.Exists(Path.Combine(folder, target))) broken.Add($"{page}: {target}");
            }
        }

        Assert.True(broken.Count == 0, string.Join('\n', broken));
    }

    private static string Describe(Diagnostic found)
    {
        FileLinePositionSpan place = found.Location.GetMappedLineSpan();
        return $"{place.Path}({place.StartLinePosition.Line + 1}): {found.Id} {found.GetMessage(CultureInfo.InvariantCulture)}";
    }

    private static IEnumerable<MetadataReference> References()
        => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path));

    [GeneratedRegex(@"\]\((?<target>[^)#\s]+)(#[^)\s]*)?\)")]
    private static partial Regex Link();
}
