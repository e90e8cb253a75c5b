using Spectre.Console;

namespace FieldService;

/// <summary>A job is planned, worked on and finished; each update sends what changed and nothing more.</summary>
internal static class UpdateStep
{
    public static async Task RunAsync(JourneyApp app, CancellationToken cancellationToken)
    {
        Screen.Title("One job's day");

        Job job = await app.Jobs.OrderBy(j => j.Number).FirstOrDefaultAsync(j => j.Notes != null, cancellationToken)
            ?? throw new InvalidOperationException("No job has notes.");
        Table table = new Table().AddColumns("", "State", "Notes", "Cost", "Started (UTC)");
        AddRow(table, "as read", job);

        job.State = JobState.Busy;
        job.StartedAt = new DateTimeOffset(2026, 6, 1, 8, 30, 0, TimeSpan.FromHours(2));
        job.Notes = null;
        await app.Jobs.UpdateAsync(job, cancellationToken: cancellationToken);
        AddRow(table, "started, notes cleared", await app.Jobs.GetAsync(job.Id, cancellationToken));

        // A partial update of an object that was never read.
        await app.Jobs.UpdateAsync(new Job(job.Id) { Cost = 12.5 }, cancellationToken: cancellationToken);
        AddRow(table, "cost set without reading", await app.Jobs.GetAsync(job.Id, cancellationToken));

        await app.WriteAsync(
            [
                BatchOperation.Create(new Event { EventValue = EventEvent.Arrived, JobId = job.Id, Timestamp = job.StartedAt }),
                BatchOperation.Create(new TaskModel { Title = "Isolate the pump", Order = 1, JobId = job.Id, Done = true }),
                BatchOperation.Create(new TaskModel { Title = "Change the seal", Order = 2, JobId = job.Id }),
            ],
            cancellationToken: cancellationToken);

        AnsiConsole.Write(table);
        List<string> tasks = [];
        await foreach (TaskModel task in app.Jobs.TasksOf(job).OrderBy(t => t.Order).WithCancellation(cancellationToken))
        {
            tasks.Add($"{task.Display}{(task.Done == true ? " (done)" : "")}");
        }

        Screen.Line($"Tasks: {string.Join("; ", tasks)}");
    }

    private static void AddRow(Table table, string when, Job job) =>
        table.AddRow(
            Screen.Cell(when),
            Screen.Cell(job.State?.Display),
            Screen.Cell(job.Notes ?? "–"),
            Screen.Cell(job.Cost, "0.00"),
            Screen.Cell(job.StartedAt, "yyyy-MM-dd HH:mm"));
}
