using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace JourneyApps.Generator.Tests.Infrastructure;

/// <summary>Compiles statements of a user's program against generated models, in a project with implicit usings, where System.Linq has methods for
/// the same lambda.</summary>
internal static class Statements
{
    private const string ImplicitUsings = """
        global using global::System;
        global using global::System.Collections.Generic;
        global using global::System.IO;
        global using global::System.Linq;
        global using global::System.Net.Http;
        global using global::System.Threading;
        global using global::System.Threading.Tasks;
        global using global::JourneyApps;

        """;

    private static readonly Dictionary<string, string> Generated = new(Run.Of(TestFiles.Read("Schemas", "everything.schema.xml")).Sources);

    /// <summary>What the compiler says about each statement: a line for each error and warning, with its id. The lines of our analyzer come last.</summary>
    public static string[] Compile(IReadOnlyList<string> statements, string framework, LanguageVersion language)
    {
        // One method a statement, each on one line of its own, so that an error's line says which statement it is about.
        string methods = string.Concat(statements.Select((statement, i) =>
            $"#line {i + 1}\nstatic async Task M{i}(JourneyApp app, Job job, Job other, Site site) {{ await Task.Yield(); {statement} }}\n"));
        SyntaxTree code = CSharpSyntaxTree.ParseText(
            ImplicitUsings + "static class Program\n{\n" + methods + "}\n", Run.Parsing(language), "Code.cs");
        var compilation = CSharpCompilation.Create(
            "Acme.Field",
            [code, .. Generated.Values.Select(source => CSharpSyntaxTree.ParseText(source, Run.Parsing(language)))],
            framework == "net8.0" ? References.Net8 : References.Net10,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

        List<string>[] found = [.. statements.Select(_ => new List<string>())];
        ImmutableArray<Diagnostic> own = compilation.WithAnalyzers([new UsageAnalyzer()]).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
        foreach (Diagnostic diagnostic in compilation.GetSemanticModel(code).GetDiagnostics().OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)
            .Concat(own.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)))
        {
            if (diagnostic.Severity >= DiagnosticSeverity.Warning)
                found[diagnostic.Location.GetMappedLineSpan().StartLinePosition.Line].Add($"{diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}");
        }

        return [.. found.Select(lines => string.Join('\n', lines.Distinct()))];
    }
}
