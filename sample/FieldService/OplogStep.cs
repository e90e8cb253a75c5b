using JourneyApps.Oplog;
using Spectre.Console;

namespace FieldService;

/// <summary>Counts the changes since the program started, from the oplog.</summary>
internal sealed class OplogStep
{
    private readonly JourneyApp _app;
    private readonly OplogCheckpoint _start;

    private OplogStep(JourneyApp app, OplogCheckpoint start)
    {
        _app = app;
        _start = start;
    }

    /// <summary>Records the current end of the oplog.</summary>
    public static async Task<OplogStep> BeginAsync(JourneyApp app, CancellationToken cancellationToken) =>
        new(app, (await app.Oplog.TailAsync(1, cancellationToken)).Checkpoint);

    /// <summary>Reads the oplog from the recorded position to its end.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        Screen.Title("The oplog since this morning");

        SortedDictionary<string, (int Created, int Updated, int Deleted)> counts = new(StringComparer.Ordinal);
        string? arrival = null;
        await foreach (OplogPage page in _app.Oplog.ReadAsync(_start, cancellationToken: cancellationToken))
        {
            foreach (OplogEntry entry in page.Entries)
            {
                (int created, int updated, int deleted) = counts.GetValueOrDefault(entry.Model);
                counts[entry.Model] = entry.Operation switch
                {
                    OplogOperation.Create => (created + 1, updated, deleted),
                    OplogOperation.Update => (created, updated + 1, deleted),
                    OplogOperation.Delete => (created, updated, deleted + 1),
                    _ => (created, updated, deleted),
                };
                if (entry.Object is Event { EventValue.Value: EventEvent.Arrived } arrived) arrival = arrived.Display;
            }
        }

        Table table = new Table().AddColumns("Model", "Created", "Updated", "Deleted");
        foreach ((string model, (int created, int updated, int deleted)) in counts)
        {
            table.AddRow(Screen.Cell(model), Screen.Cell(created, "N0"), Screen.Cell(updated, "N0"), Screen.Cell(deleted, "N0"));
        }

        AnsiConsole.Write(table);
        Screen.Line($"Last arrival: {arrival ?? "none"}.");
    }
}
