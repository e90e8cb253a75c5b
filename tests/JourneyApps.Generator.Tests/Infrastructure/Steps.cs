using JourneyApps.Generator.Pipeline;
using Microsoft.CodeAnalysis;

namespace JourneyApps.Generator.Tests.Infrastructure;

/// <summary>What the last run of a driver did, step by step.</summary>
internal static class Steps
{
    /// <summary>How many outputs of each step were new, modified or removed; steps with none are left out.</summary>
    public static IReadOnlyDictionary<string, int> Changed(GeneratorDriver driver)
    {
        GeneratorRunResult result = driver.GetRunResult().Results[0];
        Assert.Null(result.Exception);
        var changed = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (string step in StepNames.All)
        {
            if (!result.TrackedSteps.TryGetValue(step, out var runs)) continue;
            int count = runs.SelectMany(run => run.Outputs).Count(output => IsChange(output.Reason));
            if (count > 0) changed[step] = count;
        }

        return changed;
    }

    /// <summary>How many outputs of the last step (files and diagnostics) were made again.</summary>
    public static int ChangedOutputs(GeneratorDriver driver) => driver.GetRunResult().Results[0].TrackedOutputSteps
        .SelectMany(step => step.Value)
        .SelectMany(run => run.Outputs)
        .Count(output => IsChange(output.Reason));

    private static bool IsChange(IncrementalStepRunReason reason) =>
        reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified or IncrementalStepRunReason.Removed;
}
