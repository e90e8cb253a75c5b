using Spectre.Console;

namespace FieldService;

/// <summary>All jobs, page by page.</summary>
internal static class PagingStep
{
    public static async Task RunAsync(JourneyApp app, CancellationToken cancellationToken)
    {
        Screen.Title("Every job, page by page");

        HashSet<Id<Job>> distinct = [];
        Table table = new Table().AddColumns("Page", "Objects", "First", "Last");
        int pages = 0;
        await foreach (Page<Job> page in app.Jobs.OrderBy(j => j.Number).AsPages().WithCancellation(cancellationToken))
        {
            pages++;
            distinct.UnionWith(page.Items.Select(job => job.Id));
            if (page.Items is [Job first, ..] and [.., Job last])
            {
                table.AddRow($"{pages}", Screen.Cell(page.Items.Count, "N0"), Screen.Cell(first.Display), Screen.Cell(last.Display));
            }
        }

        AnsiConsole.Write(table);
        Screen.Line($"{distinct.Count:N0} different jobs on {pages} pages.");
    }
}
