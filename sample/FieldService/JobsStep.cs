using Spectre.Console;

namespace FieldService;

/// <summary>A year of jobs, written in batches.</summary>
internal static class JobsStep
{
    private const int JobCount = 2_500;

    public static async Task RunAsync(JourneyApp app, Catalogue catalogue, CancellationToken cancellationToken)
    {
        Screen.Title($"A batch of {JobCount:N0} operations");

        BatchReport report = await AnsiConsole.Progress()
            .AutoRefresh(AnsiConsole.Profile.Capabilities.Interactive)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async progress =>
            {
                ProgressTask bar = progress.AddTask("Jobs written", maxValue: JobCount);
                return await app.WriteAsync(
                    Jobs(catalogue).Select(BatchOperation.Create),
                    new BatchOptions { Progress = new Progress<BatchProgress>(p => bar.Value = p.Done) },
                    cancellationToken);
            });
        report.ThrowIfNotDone();

        int stored = await app.Jobs.CountAsync(cancellationToken);
        Screen.Line($"{report.Applied:N0} operations applied, {report.NotDone.Count:N0} not applied. The app now has {stored:N0} jobs.");
    }

    // A sequence, not a list: however many jobs there are, one request's worth is in memory.
    private static IEnumerable<Job> Jobs(Catalogue catalogue)
    {
        JobState[] states = Enum.GetValues<JobState>();
        JobPriority[] priorities = Enum.GetValues<JobPriority>();
        DateOnly firstDay = new(2026, 1, 1);
        for (int i = 0; i < JobCount; i++)
        {
            yield return new Job
            {
                Number = 10_000 + i,
                Title = i % 7 == 0 ? "Replace the shaft seal" : "Yearly inspection",
                Notes = i % 3 == 0 ? "Call before you come." : null,
                State = states[i % states.Length],
                Priority = priorities[i % priorities.Length],
                Tags = i % 5 == 0 ? [JobTags.Safety, JobTags.FollowUp] : [],
                Due = firstDay.AddDays(i % 365),
                Cost = i % 4 == 0 ? 80 + (i / 8.0) : null,
                Billable = i % 6 != 0,
                SiteId = catalogue.Sites[i % catalogue.Sites.Count].Id,
                AssigneeId = catalogue.Users[i % catalogue.Users.Count].Id,
                ReviewerId = catalogue.Users[(i + 1) % catalogue.Users.Count].Id,
            };
        }
    }
}
