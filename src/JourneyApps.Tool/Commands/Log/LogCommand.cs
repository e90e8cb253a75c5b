using JourneyApps.Oplog;
using JourneyApps.Tool.Deployments;
using JourneyApps.Tool.Schemas;

namespace JourneyApps.Tool.Commands.Log;

/// <summary><c>journeyapps log</c>: prints the oplog.</summary>
internal static class LogCommand
{
    private const int ShownByDefault = 20;
    private const int MaxShown = 400;

    public static Command Create(Terminal terminal)
    {
        AccessOptions access = new();
        Option<string[]> models = new("--model", "-m") { Description = "Only the changes of this model. Can be repeated." };
        Option<int> last = new("--last", "-n")
        {
            Description = $"How many changes to print, counted before --model, at most {MaxShown}.",
            DefaultValueFactory = _ => ShownByDefault,
        };
        Option<string> since = new("--since-file")
        {
            Description = "Print all changes since the last run with this file, which stores the last change that was printed. "
                + "The first run begins with the oldest change that the deployment has.",
        };
        Option<bool> follow = new("--follow") { Description = "Wait for new changes until the command is stopped." };
        Option<bool> json = new("--json") { Description = "Print a JSON object per line, with the object after the change." };
        ToolCommand command = new(
            "log",
            "Prints the changes of objects from the oplog, one per line, oldest first: sequence, time, operation, model, id, display text.",
            "journeyapps log --last 100",
            "journeyapps log --model job --follow",
            "journeyapps log --since-file job.checkpoint --json >> changes.jsonl")
        {
            models, last, since, follow, json,
        };
        access.AddTo(command);
        command.SetAction((parsed, cancellationToken) =>
        {
            int count = parsed.GetValue(last);
            if (count is < 1 or > MaxShown)
                throw new ToolException($"'{count}' is not a value of --last; expected a number from 1 to {MaxShown}.", ExitCode.Usage);
            LogSettings settings = new(
                parsed.GetValue(models) ?? [], count, parsed.GetValue(since), parsed.GetValue(follow), parsed.GetValue(json));
            return RunAsync(terminal, access.Resolve(parsed, terminal), settings, cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        Terminal terminal, JourneyAppOptions options, LogSettings settings, CancellationToken cancellationToken)
    {
        using JourneyClient client = new(options);
        DataModel dataModel = await client.Deployment.GetDataModelAsync(cancellationToken);
        foreach (string name in settings.Models) ModelName.Find(dataModel, name);
        try
        {
            SinceFile? since = settings.SinceFile is { } path ? new(path, options.BaseAddress!, settings.Models) : null;
            if (since is not null) await SinceAsync(terminal, client.Oplog, settings, since, cancellationToken);
            else await LastAsync(terminal, client.Oplog, settings, cancellationToken);
            return ExitCode.Success;
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            string next = settings.SinceFile is null ? "" : " Run the same command again for the changes that follow.";
            throw new ToolException("stopped." + next, ExitCode.Canceled);
        }
    }

    private static async Task LastAsync(Terminal terminal, OplogClient oplog, LogSettings settings, CancellationToken cancellationToken)
    {
        OplogPage page = await oplog.TailAsync(settings.Last, cancellationToken);
        Print(terminal, settings, page.Entries);
        if (!settings.Follow) return;
        await foreach (OplogPage next in oplog.FollowAsync(page.Checkpoint, null, cancellationToken))
            Print(terminal, settings, next.Entries);
    }

    // The file is written after the lines, so that a run that is killed prints some changes again, and none is lost.
    private static async Task SinceAsync(
        Terminal terminal, OplogClient oplog, LogSettings settings, SinceFile file, CancellationToken cancellationToken)
    {
        OplogCheckpoint from = file.Read();
        IAsyncEnumerable<OplogPage> pages = settings.Follow
            ? oplog.FollowAsync(from, null, cancellationToken) : oplog.ReadAsync(from, null, cancellationToken);
        await foreach (OplogPage page in pages.WithCancellation(cancellationToken))
        {
            Print(terminal, settings, page.Entries);
            file.Write(page.Checkpoint);
        }
    }

    private static void Print(Terminal terminal, LogSettings settings, IReadOnlyList<OplogEntry> entries)
    {
        foreach (OplogEntry entry in entries)
        {
            if (settings.Models.Count > 0 && !settings.Models.Contains(entry.Model)) continue;
            terminal.Out.WriteLine(LogLine.Of(entry, settings.Json));
        }

        terminal.Out.Flush();
    }
}
