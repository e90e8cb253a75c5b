using JourneyApps.Records;
using JourneyApps.Tool.Deployments;
using JourneyApps.Tool.Objects;
using JourneyApps.Tool.Schemas;

namespace JourneyApps.Tool.Commands.Delete;

/// <summary><c>journeyapps delete</c>: deletes objects that match an expression.</summary>
internal static class DeleteCommand
{
    public static Command Create(Terminal terminal)
    {
        AccessOptions access = new();
        WhereOptions where = new();
        Argument<string> model = new("model") { Description = "The model." };
        model.Validators.Add(SchemaCliOptions.RejectOptions);
        Option<bool> all = new("--all") { Description = "Delete all objects of the model, instead of those that match --where." };
        Option<bool> yes = new("--yes", "-y") { Description = "Delete without asking. Required when there is no terminal to ask on." };
        Option<bool> dryRun = new("--dry-run") { Description = "Print the ids and display texts of the objects and delete nothing." };
        ToolCommand command = new(
            "delete",
            "Deletes the objects of a model that match an expression. Asks before it deletes.",
            "journeyapps delete job --where \"state = ?\" --argument done --dry-run",
            "journeyapps delete job --where \"state = ? and due < ?\" --argument done --argument 2020-01-01 --yes")
        {
            model, all, yes, dryRun,
        };
        where.AddTo(command);
        access.AddTo(command);
        command.SetAction((parsed, cancellationToken) =>
        {
            WhereClause clause = where.Read(parsed, 1);
            if (clause.Expression is null != parsed.GetValue(all))
                throw new ToolException("set either --where with an expression, or --all.", ExitCode.Usage);
            bool isDry = parsed.GetValue(dryRun);
            bool asks = !isDry && !parsed.GetValue(yes);
            if (asks && !terminal.InputIsTerminal)
                throw new ToolException("without a terminal to ask on, --yes is required. Try --dry-run first.", ExitCode.Usage);
            string name = parsed.GetRequiredValue(model);
            return RunAsync(terminal, access.Resolve(parsed, terminal), name, clause, isDry, asks, cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        Terminal terminal, JourneyAppOptions options, string name, WhereClause where, bool isDry, bool asks,
        CancellationToken cancellationToken)
    {
        using JourneyClient client = new(options);
        Model model = ModelName.Find(await client.Deployment.GetDataModelAsync(cancellationToken), name);
        RecordQuery query = where.Of(client, model);
        int count = await query.CountAsync(cancellationToken);
        string objects = $"{Plural.Of(count, "object")} of {model.Name}";
        if (isDry)
        {
            await foreach (Page<JourneyRecord> page in query.AsIdRanges().WithCancellation(cancellationToken))
            {
                foreach (JourneyRecord record in page.Items) terminal.Out.WriteLine(SafeText.Line($"{record.Id}  {record.Display}"));
            }

            terminal.WriteMessage($"{objects} would be deleted.");
            return ExitCode.Success;
        }

        if (asks && count > 0)
        {
            terminal.Error.Write(SafeText.Line($"Delete {objects} at {options.BaseAddress}? [y/N] "));
            if (terminal.ReadLine()?.Trim().ToUpperInvariant() is not ("Y" or "YES"))
            {
                terminal.WriteMessage("Nothing was deleted.");
                return ExitCode.Success;
            }
        }

        return await DeleteAsync(terminal, client, model, query, count, cancellationToken);
    }

    private static async Task<int> DeleteAsync(
        Terminal terminal, JourneyClient client, Model model, RecordQuery query, int count, CancellationToken cancellationToken)
    {
        long deleted = 0;
        long rejected = 0;
        try
        {
            await ProgressMeter.RunAsync(terminal, model.Name, count, async meter =>
            {
                await foreach (Page<JourneyRecord> page in query.AsIdRanges().WithCancellation(cancellationToken))
                {
                    BatchReport report = await client.WriteAsync(
                        page.Items.Select(BatchOperation.Delete), cancellationToken: cancellationToken);
                    deleted += report.Applied + report[BatchStatus.AlreadyDeleted];
                    foreach (BatchResult result in report.NotDone)
                    {
                        if (report.EndedEarly || result.Status == BatchStatus.Unknown) throw Stopped(deleted, result);
                        rejected++;
                        terminal.WriteMessage($"{result.Operation.Id}: {result.Error?.Detail ?? result.Exception?.Message}");
                    }

                    meter.Report(deleted);
                }

                return deleted;
            });
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new ToolException(
                $"stopped after {Plural.Of(deleted, "object")}. Run the same command again to delete the others.", ExitCode.Canceled);
        }

        string others = rejected == 0 ? "" : $", {Plural.Of(rejected, "object")} rejected";
        terminal.WriteMessage($"{model.Name}: {Plural.Of(deleted, "object")} deleted{others}.");
        return rejected > 0 ? ExitCode.Found : ExitCode.Success;
    }

    private static ToolException Stopped(long deleted, BatchResult result)
        => new($"stopped after {Plural.Of(deleted, "object")}: {result.Exception?.Message ?? result.Status.ToString()} "
            + "Run the same command again to delete the others.");
}
