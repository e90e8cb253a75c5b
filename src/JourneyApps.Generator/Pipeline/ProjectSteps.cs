using JourneyApps.Generator.Options;
using JourneyApps.Generator.Planning;

namespace JourneyApps.Generator.Pipeline;

/// <summary>The steps that read the project. Each extracts one fact, so that later steps do not depend on the compilation.</summary>
internal static class ProjectSteps
{
    /// <summary>Whether code can be generated for the project.</summary>
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
