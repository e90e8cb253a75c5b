using System.Collections.Concurrent;
using System.Collections.Immutable;
using JourneyApps.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Completion;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.Text;

namespace JourneyApps.IntelliSense.Tests;

/// <summary>A project in an editor: a schema, the options that the package's build files set, and a file in which somebody types.</summary>
internal static class Editor
{
    private const string Options = """
        is_global = true
        build_property.JourneyAppsGenerator = true
        build_property.RootNamespace = Acme.Field
        build_property.ImplicitUsings = enable
        """;

    private static readonly Lazy<Project> Opened = new(Open);
    private static readonly ConcurrentDictionary<string, Task<IReadOnlyDictionary<string, string>>> Asked = new();

    /// <summary>What is offered at the end of a line of code, with what is said of each.</summary>
    /// <param name="line">The line; <c>app</c> and <c>job</c> are there.</param>
    public static Task<IReadOnlyDictionary<string, string>> OfferedAt(string line) => Asked.GetOrAdd(line, AskAsync);

    private static async Task<IReadOnlyDictionary<string, string>> AskAsync(string line)
    {
        string before = $$"""
            class Typing
            {
                void Here(JourneyApp app, Job job)
                {
                    {{line}}
            """;
        Document document = Opened.Value.AddDocument("Typing.cs", SourceText.From(before + "\n    }\n}\n"), filePath: "/app/Typing.cs");
        CompletionService service = CompletionService.GetService(document)!;
        CompletionList offered = await service.GetCompletionsAsync(document, before.Length, CompletionTrigger.CreateInsertionTrigger('.'));
        var said = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (CompletionItem item in offered.ItemsList)
        {
            said[item.DisplayText + item.DisplayTextSuffix] = (await service.GetDescriptionAsync(document, item))!.Text.ReplaceLineEndings("\n");
        }

        return said;
    }

    private static Project Open()
    {
        var workspace = new AdhocWorkspace(MefHostServices.Create(MefHostServices.DefaultAssemblies));
        var id = ProjectId.CreateNewId();
        Solution solution = workspace.CurrentSolution
            .AddProject(ProjectInfo.Create(
                id,
                VersionStamp.Default,
                "App",
                "Acme.Field",
                LanguageNames.CSharp,
                filePath: "/app/App.csproj",
                compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable),
                parseOptions: new CSharpParseOptions(LanguageVersion.CSharp12),
                metadataReferences: References(),
                analyzerReferences: [new OurGenerator()]))
            .AddDocument(DocumentId.CreateNewId(id), "App.GlobalUsings.g.cs", SourceText.From("global using JourneyApps;"), filePath: "/app/obj/App.GlobalUsings.g.cs")
            .AddAdditionalDocument(DocumentId.CreateNewId(id), "schema.xml", SourceText.From(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "schema.xml"))), filePath: "/app/schema.xml")
            .AddAnalyzerConfigDocument(DocumentId.CreateNewId(id), ".globalconfig", SourceText.From(Options), filePath: "/app/.globalconfig");
        return solution.GetProject(id)!;
    }

    private static IEnumerable<MetadataReference> References()
    {
        foreach (string path in Directory.GetFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "System*.dll"))
        {
            if (!path.Contains("Native", StringComparison.Ordinal)) yield return MetadataReference.CreateFromFile(path);
        }

        string runtime = typeof(JourneyClient).Assembly.Location;
        yield return MetadataReference.CreateFromFile(runtime, documentation: XmlDocumentationProvider.CreateFromFile(Path.ChangeExtension(runtime, ".xml")));
    }

    private sealed class OurGenerator : AnalyzerReference
    {
        public override string? FullPath => typeof(SchemaGenerator).Assembly.Location;

        public override object Id => FullPath!;

        public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzers(string language) => [];

        public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzersForAllLanguages() => [];

        public override ImmutableArray<ISourceGenerator> GetGenerators(string language) => [new SchemaGenerator().AsSourceGenerator()];
    }
}
