using System.Text;
using JourneyApps.Generator.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace JourneyApps.Generator.Tests.Verified;

/// <summary>A user's project on .NET 8: a schema and code in, generated files and diagnostics with their places out. A test states all of
/// them, and fails on any other.</summary>
internal sealed class VerifiedProject : CSharpSourceGeneratorTest<SchemaGenerator, DefaultVerifier>
{
    public const string SchemaPath = "/app/schema.xml";

    public const string CodePath = "/app/Code.cs";

    private const string Settings = """
        is_global = true
        build_property.JourneyAppsGenerator = true
        build_property.RootNamespace = Acme.Field
        build_property.ImplicitUsings = enable
        """;

    public VerifiedProject(string schema, string code)
    {
        // Nothing is downloaded: the references are those of the repository's other tests.
        ReferenceAssemblies = new ReferenceAssemblies("net8.0");
        TestState.AdditionalReferences.AddRange(References.Net8);
        TestState.AnalyzerConfigFiles.Add(("/.globalconfig", Settings));
        TestState.AdditionalFiles.Add((SchemaPath, schema));
        TestState.Sources.Add((CodePath, code));
    }

    /// <summary>States a generated file.</summary>
    public VerifiedProject Generates(string name, string text)
    {
        TestState.GeneratedSources.Add((typeof(SchemaGenerator), name, SourceText.From(text, Encoding.UTF8)));
        return this;
    }

    /// <summary>States that some files are generated, whatever they contain.</summary>
    public VerifiedProject GeneratesSomething()
    {
        TestBehaviors |= TestBehaviors.SkipGeneratedSourcesCheck;
        return this;
    }

    /// <summary>States an error or a warning in a file, with its first and last place (from 1).</summary>
    public VerifiedProject Reports(
        string id, DiagnosticSeverity severity, string path, (int Line, int Column) start, (int Line, int Column) end, params object[] arguments)
    {
        TestState.ExpectedDiagnostics.Add(
            new DiagnosticResult(id, severity).WithSpan(path, start.Line, start.Column, end.Line, end.Column).WithArguments(arguments));
        return this;
    }

    protected override ParseOptions CreateParseOptions() => Run.Parsing(LanguageVersion.CSharp12);

    protected override CompilationOptions CreateCompilationOptions()
        => new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);
}
