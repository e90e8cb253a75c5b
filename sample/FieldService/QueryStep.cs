using Spectre.Console;

namespace FieldService;

/// <summary>What the office asks in the morning.</summary>
internal static class QueryStep
{
    public static async Task RunAsync(JourneyApp app, CancellationToken cancellationToken)
    {
        Screen.Title("Queries");

        DateOnly today = new(2026, 6, 1);
        Table overdue = new Table().Title("Overdue and urgent").AddColumns("Job", "Due", "State", "Priority", "Site", "Assignee");
        await foreach (Job job in app.Jobs
            .Where(j => j.State != JobState.Done && j.Due < today && j.Priority >= JobPriority.High)
            .OrderByDescending(j => j.Due)
            .ThenBy(j => j.Number)
            .Include(j => j.Site)
            .Include(j => j.Assignee)
            .Take(8)
            .WithCancellation(cancellationToken))
        {
            overdue.AddRow(
                Screen.Cell(job.Display),
                Screen.Cell(job.Due, "yyyy-MM-dd"),
                Screen.Cell(job.State?.Display),
                Screen.Cell(job.Priority?.Display),
                Screen.Cell(job.Site?.Name),
                Screen.Cell(job.Assignee?.Name));
        }

        AnsiConsole.Write(overdue);

        Table counts = new Table().Title("Jobs by state").AddColumns("State", "Jobs");
        foreach (JobState state in Enum.GetValues<JobState>())
        {
            int count = await app.Jobs.Where(j => j.State == state).CountAsync(cancellationToken);
            counts.AddRow($"{state}", Screen.Cell(count, "N0"));
        }

        AnsiConsole.Write(counts);

        bool anyUnassigned = await app.Jobs.AnyAsync(j => j.AssigneeId == null, cancellationToken);
        Job? safety = await app.Jobs.FirstOrDefaultAsync(j => j.Tags.Contains(JobTags.Safety) && j.Title.Contains("seal"), cancellationToken);
        Screen.Line($"Jobs without an assignee: {(anyUnassigned ? "yes" : "none")}. A safety job with a seal: {safety?.Display ?? "none"}.");
    }
}
