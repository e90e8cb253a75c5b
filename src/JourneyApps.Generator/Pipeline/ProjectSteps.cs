using JourneyApps.Generator.Options;
using JourneyApps.Generator.Planning;
using Microsoft.CodeAnalysis;

namespace JourneyApps.Generator.Pipeline;

/// <summary>The steps that look at the project. Each takes one fact out; no later step sees the compilation.</summary>
internal static class ProjectSteps
{
    /// <summary>Whether the project can have generated code.</summary>
    /// <param name="context">The generator's inputs.</param>
    public static IncrementalValueProvider<ProjectFacts> Facts(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<bool> enabled = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => BuildOptions.IsEnabled(options.GlobalOptions));
        IncrementalValueProvider<bool> language = context.ParseOptionsProvider
            .Select(static (options, _) => ProjectFacts.IsNewEnough(options));
        IncrementalValueProvider<string?> runtime = context.CompilationProvider
            .Select(static (compilation, _) => ProjectFacts.RuntimeOf(compilation));

        return enabled.Combine(language).Combine(runtime)
            .Select(static (facts, _) => new ProjectFacts(facts.Left.Left, facts.Left.Right, facts.Right))
            .WithTrackingName(StepNames.Project);
    }
}
