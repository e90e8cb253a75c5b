using JourneyApps.Mirroring;
using JourneyApps.Oplog;
using Spectre.Console;

namespace FieldService;

/// <summary>The company's own database follows the app: all jobs once, then what changes.</summary>
internal static class CopyStep
{
    public static async Task RunAsync(JourneyApp app, CancellationToken cancellationToken)
    {
        Screen.Title("A copy in SQLite");

        using JobTable copy = new();
        JourneyMirror mirror = app.Mirror(m => m.Jobs(copy), new MirrorOptions { Checkpoints = copy });
        Table table = new Table().AddColumns("", "Jobs in the app", "in the copy", "Done in the app", "in the copy");

        await mirror.CatchUpAsync(cancellationToken);
        await AddRowAsync(table, "loaded", app, copy, cancellationToken);

        List<Job> planned = await app.Jobs.Where(j => j.State == JobState.Planned).OrderBy(j => j.Number).Take(3).ToListAsync(cancellationToken);
        await app.Jobs.DeleteAsync(planned[0], cancellationToken);
        foreach (Job job in planned.Skip(1))
        {
            job.State = JobState.Done;
            await app.Jobs.UpdateAsync(job, cancellationToken);
        }

        await mirror.CatchUpAsync(cancellationToken);
        await AddRowAsync(table, "one deleted, two done, caught up", app, copy, cancellationToken);
        AnsiConsole.Write(table);
    }

    private static async Task AddRowAsync(Table table, string when, JourneyApp app, JobTable copy, CancellationToken cancellationToken)
    {
        int jobs = await app.Jobs.CountAsync(cancellationToken);
        int done = await app.Jobs.CountAsync(j => j.State == JobState.Done, cancellationToken);
        if (copy.Count() != jobs || copy.Count(JobState.Done) != done) throw new InvalidOperationException("The copy differs from the app's data.");
        table.AddRow(when, Screen.Cell(jobs, "N0"), Screen.Cell(copy.Count(), "N0"), Screen.Cell(done, "N0"), Screen.Cell(copy.Count(JobState.Done), "N0"));
    }
}
