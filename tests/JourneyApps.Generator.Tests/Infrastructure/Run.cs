using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace JourneyApps.Generator.Tests.Infrastructure;

/// <summary>One run of the generator over files and code.</summary>
internal sealed class Run
{
    public const string SchemaPath = "/app/schema.xml";

    private Run(GeneratorDriver driver, CSharpCompilation input)
    {
        Driver = driver.RunGenerators(input);
        Input = input;
        Assert.Null(Result.Exception);
    }

    public GeneratorDriver Driver { get; }

    public CSharpCompilation Input { get; }

    public GeneratorRunResult Result => Driver.GetRunResult().Results[0];

    public ImmutableArray<Diagnostic> Findings => Result.Diagnostics;

    public IReadOnlyDictionary<string, string> Sources =>
        Result.GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString());

    public static Run Of(string schema, string code = "", LanguageVersion language = LanguageVersion.CSharp12) =>
        Of([new TextFile(SchemaPath, schema)], new BuildSettings(), code, language);

    public static Run Of(
        AdditionalText[] files, BuildSettings settings, string code = "", LanguageVersion language = LanguageVersion.CSharp12) =>
        new(NewDriver(files, settings, language), Compilation(code, language));

    /// <summary>A driver. Steps are tracked on request only: with several schemas the tracking takes time by the cube of their number.</summary>
    public static GeneratorDriver NewDriver(
        AdditionalText[] files, BuildSettings settings, LanguageVersion language = LanguageVersion.CSharp12, bool track = false) =>
        CSharpGeneratorDriver.Create(
            [new SchemaGenerator().AsSourceGenerator()],
            files,
            Parsing(language),
            settings,
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: track));

    public static CSharpCompilation Compilation(string code, LanguageVersion language, IEnumerable<MetadataReference>? references = null) =>
        CSharpCompilation.Create(
            "Acme.Field",
            [CSharpSyntaxTree.ParseText(code, Parsing(language), "/app/Code.cs")],
            references ?? References.Net10,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable,
                generalDiagnosticOption: ReportDiagnostic.Default,
                warningLevel: 9999));

    public static CSharpParseOptions Parsing(LanguageVersion language) => new(language, DocumentationMode.Diagnose);

    /// <summary>
    /// What the compiler says about the generated code with its pragma taken out (with it nothing could fail), documentation checked.
    /// </summary>
    public IReadOnlyList<Diagnostic> Compile(LanguageVersion language = LanguageVersion.CSharp12, IEnumerable<MetadataReference>? references = null)
    {
        CSharpCompilation compilation = Compilation("", language, references).RemoveAllSyntaxTrees().AddSyntaxTrees(
            Input.SyntaxTrees.Select(tree => CSharpSyntaxTree.ParseText(tree.ToString(), Parsing(language), tree.FilePath)));
        foreach (GeneratedSourceResult source in Result.GeneratedSources)
        {
            string text = source.SourceText.ToString();
            Assert.Contains("#pragma warning disable\n", text, StringComparison.Ordinal);
            text = text.Replace("#pragma warning disable\n", "", StringComparison.Ordinal);
            compilation = compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(text, Parsing(language), source.HintName));
        }

        return [.. compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)];
    }
}
