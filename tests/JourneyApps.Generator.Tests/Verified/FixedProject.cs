using JourneyApps.Generator.CodeFixes;
using JourneyApps.Generator.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace JourneyApps.Generator.Tests.Verified;

/// <summary>A user's method before and after the code fix, alone and with "fix all" in the file, the project and the solution.</summary>
internal sealed class FixedProject : CSharpCodeFixTest<EmptyDiagnosticAnalyzer, ChoicePatternCodeFix, DefaultVerifier>
{
    private const string Models = """
        #nullable enable
        using JourneyApps;
        using JourneyApps.CompilerServices;

        [Options("new", "New", "busy", "Busy", "done", "Done")]
        public enum JobState { New, Busy, Done }

        [Options(1L, "Low", 2L, "High")]
        public enum JobPriority { Low = 1, High = 2 }

        public sealed class Job
        {
            public Choice<JobState>? State { get; set; }
            public Choice<JobPriority>? Priority { get; set; }
            public string? Title { get; set; }
            public Site? Site { get; set; }
        }

        public sealed class Site { public Job? Main { get; set; } }

        public readonly struct Other { public static implicit operator Other(JobState state) => default; }
        """;

    public FixedProject(string before, string after)
    {
        // Nothing is downloaded: the references are those of the repository's other tests.
        ReferenceAssemblies = new ReferenceAssemblies("net8.0");
        CompilerDiagnostics = CompilerDiagnostics.Errors;
        foreach ((SolutionState state, string code) in ((SolutionState, string)[])[(TestState, before), (FixedState, after)])
        {
            state.AdditionalReferences.AddRange(References.Net8);
            state.Sources.Add(("/app/Models.cs", Models));
            state.Sources.Add(("/app/Code.cs", Method(code)));
        }
    }

    protected override ParseOptions CreateParseOptions() => Run.Parsing(LanguageVersion.CSharp12);

    protected override CompilationOptions CreateCompilationOptions()
        => new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);

    private static string Method(string statements) => $$"""
        using System.Threading.Tasks;
        using JourneyApps;

        public class Code
        {
            public static async Task<object?> Here(Job job, Job? maybe, Choice<JobState> known, Task<Choice<JobState>?> later)
            {
                {{statements.ReplaceLineEndings("\n        ")}}
                return await Task.FromResult<object?>(null);
            }
        }
        """;
}
