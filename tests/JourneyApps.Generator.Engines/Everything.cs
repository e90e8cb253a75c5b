using System.Globalization;
using JourneyApps.Generator.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace JourneyApps.Generator.Engines;

/// <summary>Generates from schemas on the engine of this process, checks what comes out, and writes it down to be compared with other engines.</summary>
internal sealed class Everything(TextWriter output)
{
    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.CSharp12, DocumentationMode.Diagnose);

    // Made once, so that what is referenced is read once.
    private static readonly CSharpCompilation Code = CSharpCompilation.Create(
        "Acme.Field",
        [CSharpSyntaxTree.ParseText("class A;", Parsing, "/app/Code.cs")],
        Referenced(),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    private static readonly CSharpCompilation Edited = Code.ReplaceSyntaxTree(
        Code.SyntaxTrees[0], CSharpSyntaxTree.ParseText("class A { int B; }", Parsing, "/app/Code.cs"));

    private readonly List<SyntaxTree> _generated = [];

    public int Schemas { get; private set; }

    public int Files { get; private set; }

    public int Findings { get; private set; }

    public List<string> Failures { get; } = [];

    public void Generate(string path)
    {
        Schemas++;
        // Each in its own namespace, so that one compilation can check all of them.
        BuildSettings settings = new BuildSettings()
            .Property("RootNamespace", string.Create(CultureInfo.InvariantCulture, $"Acme.Number{Schemas}"))
            .Property("JourneyAppsGlobalUsings", "false");
        string name = Path.GetFileName(Path.GetDirectoryName(path)) + "/" + Path.GetFileName(path);
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new SchemaGenerator().AsSourceGenerator()],
            [new TextFile("/app/schema.xml", File.ReadAllText(path))],
            Parsing,
            settings,
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        driver = driver.RunGenerators(Code);
        GeneratorRunResult result = driver.GetRunResult().Results[0];

        if (result.Exception is { } exception) Failures.Add($"{name}: {exception}");
        _generated.AddRange(result.GeneratedSources.Select(source => source.SyntaxTree));
        int again = ChangedByAnUnrelatedEdit(driver);
        if (again > 0) Failures.Add($"{name}: an unrelated edit makes {again} outputs again");
        Write(name, result);
    }

    public void Compile()
    {
        IEnumerable<Diagnostic> errors = Code.AddSyntaxTrees(_generated).GetDiagnostics().Where(found => found.Severity == DiagnosticSeverity.Error);
        Failures.AddRange(errors.Select(error => error.ToString()));
    }

    private static int ChangedByAnUnrelatedEdit(GeneratorDriver driver) =>
        driver.RunGenerators(Edited).GetRunResult().Results[0].TrackedOutputSteps
            .SelectMany(step => step.Value)
            .SelectMany(run => run.Outputs)
            .Count(made => made.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));

    private void Write(string name, GeneratorRunResult result)
    {
        output.WriteLine($"==== {name}");
        foreach (GeneratedSourceResult source in result.GeneratedSources)
        {
            Files++;
            output.WriteLine($"---- {source.HintName}");
            output.Write(source.SourceText.ToString());
        }

        foreach (Diagnostic finding in result.Diagnostics)
        {
            Findings++;
            output.WriteLine(finding.ToString());
        }
    }

    private static IEnumerable<MetadataReference> Referenced()
    {
        foreach (string path in Directory.GetFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "*.dll"))
        {
            string name = Path.GetFileNameWithoutExtension(path);
            if (name is "System" or "netstandard" or "mscorlib" || (name.StartsWith("System.", StringComparison.Ordinal) && !name.Contains("Native", StringComparison.Ordinal)))
                yield return MetadataReference.CreateFromFile(path);
        }

        yield return MetadataReference.CreateFromFile(typeof(JourneyClient).Assembly.Location);
        yield return MetadataReference.CreateFromFile(typeof(global::JourneyApps.Schema.DataModel).Assembly.Location);
    }
}
