using Spectre.Console;

namespace FieldService;

/// <summary>All jobs, page by page.</summary>
internal static class PagingStep
{
    public static async Task RunAsync(JourneyApp app, CancellationToken cancellationToken)
    {
        IntegratorsDay.Title("Every job, page by page");

        HashSet<Id<Job>> distinct = [];
        Table table = new Table().AddColumns("Page", "Objects", "First", "Last");
        int pages = 0;
        await foreach (ObjectPage<Job> page in app.Jobs.OrderBy(j => j.Number).AsPages().WithCancellation(cancellationToken))
        {
            pages++;
            distinct.UnionWith(page.Objects.Select(job => job.Id));
            if (page.Objects is [Job first, ..] and [.., Job last])
            {
                table.AddRow($"{pages}", $"{page.Objects.Count:N0}", Markup.Escape(first.Display ?? ""), Markup.Escape(last.Display ?? ""));
            }
        }

        AnsiConsole.Write(table);
        AnsiConsole.MarkupLineInterpolated($"{distinct.Count:N0} different jobs on {pages} pages.");
    }
}
