using JourneyApps.Mirroring;
using JourneyApps.Oplog;
using System.Diagnostics;
using Spectre.Console;

namespace FieldService;

/// <summary>The day, step by step. Every number that is printed was read back from the API.</summary>
internal static class IntegratorsDay
{
    public static async Task<int> RunAsync(Deployment deployment, CancellationToken cancellationToken)
    {
        JourneyApp app = deployment.App;
        var clock = Stopwatch.StartNew();
        try
        {
            if (deployment.IsWritable)
            {
                OplogStep changes = await OplogStep.BeginAsync(app, cancellationToken);
                Catalogue catalogue = await SeedStep.RunAsync(app, cancellationToken);
                await JobsStep.RunAsync(app, catalogue, cancellationToken);
                await QueryStep.RunAsync(app, cancellationToken);
                await PagingStep.RunAsync(app, cancellationToken);
                await UpdateStep.RunAsync(app, cancellationToken);
                await PhotoStep.RunAsync(app, cancellationToken);
                await CopyStep.RunAsync(app, cancellationToken);
                await changes.RunAsync(cancellationToken);
            }
            else
            {
                Screen.Line($"[grey]Read-only: pass --write to run the steps that change data.[/]");
                await QueryStep.RunAsync(app, cancellationToken);
                await PagingStep.RunAsync(app, cancellationToken);
            }
        }
        catch (JourneyApiException error)
        {
            Screen.Line($"[red]{error.Message}[/]");
            return 1;
        }

        AnsiConsole.WriteLine();
        Screen.Line($"[green]Done[/] in {clock.Elapsed.TotalSeconds:0.0} s.");
        return 0;
    }
}
