using JourneyApps.Mirroring;
using JourneyApps.Mirroring.Sqlite;
using Microsoft.Data.Sqlite;
using Spectre.Console;

namespace FieldService;

/// <summary>The company's own database follows the app, and answers a question that the API cannot answer.</summary>
internal static class CopyStep
{
    /// <summary>What did the finished jobs of each customer cost? The API has neither joins nor sums.</summary>
    private const string CostOfCustomers = """
        SELECT customer.name, count(*), sum(job.cost)
        FROM job
        JOIN site ON site.id = job.site_id
        JOIN customer ON customer.id = site.customer_id
        WHERE job.state = 'done' AND job.cost IS NOT NULL
        GROUP BY customer.id
        ORDER BY sum(job.cost) DESC
        LIMIT 3
        """;

    public static async Task RunAsync(JourneyApp app, CancellationToken cancellationToken)
    {
        Screen.Title("A copy in SQLite");

        string file = Path.Combine(Path.GetTempPath(), $"field-{Guid.NewGuid():N}.db");
        try
        {
            await RunAsync(app, file, cancellationToken);
        }
        finally
        {
            foreach (string part in Directory.EnumerateFiles(Path.GetTempPath(), Path.GetFileName(file) + "*")) File.Delete(part);
        }
    }

    private static async Task RunAsync(JourneyApp app, string file, CancellationToken cancellationToken)
    {
        DatabaseMirror mirror = new(app, new SqliteMirrorDatabase(file), new DatabaseMirrorOptions { Models = ["customer", "site", "job"] });
        await mirror.CatchUpAsync(cancellationToken);

        using SqliteConnection copy = new(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        await copy.OpenAsync(cancellationToken);
        Table table = new Table().AddColumns("", "Jobs in the app", "in the copy", "Done in the app", "in the copy");
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
        await WriteCostsAsync(copy, cancellationToken);
    }

    private static async Task WriteCostsAsync(SqliteConnection copy, CancellationToken cancellationToken)
    {
        Table table = new Table().Title("What finished jobs cost").AddColumns("Customer", "Jobs", "Cost (EUR)");
        using SqliteCommand command = copy.CreateCommand();
        command.CommandText = CostOfCustomers;
        using SqliteDataReader row = await command.ExecuteReaderAsync(cancellationToken);
        while (await row.ReadAsync(cancellationToken))
            table.AddRow(Screen.Cell(row.GetString(0)), Screen.Cell(row.GetInt64(1), "N0"), Screen.Cell(row.GetDouble(2), "N2"));
        AnsiConsole.Write(table);
    }

    private static async Task AddRowAsync(Table table, string when, JourneyApp app, SqliteConnection copy, CancellationToken cancellationToken)
    {
        int jobs = await app.Jobs.CountAsync(cancellationToken);
        int done = await app.Jobs.CountAsync(j => j.State == JobState.Done, cancellationToken);
        using SqliteCommand command = copy.CreateCommand();
        command.CommandText = "SELECT count(*), count(*) FILTER (WHERE state = 'done') FROM job";
        using SqliteDataReader row = await command.ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        (long copied, long copiedDone) = (row.GetInt64(0), row.GetInt64(1));
        if (copied != jobs || copiedDone != done) throw new InvalidOperationException("The copy differs from the app's data.");
        table.AddRow(when, Screen.Cell(jobs, "N0"), Screen.Cell(copied, "N0"), Screen.Cell(done, "N0"), Screen.Cell(copiedDone, "N0"));
    }
}
