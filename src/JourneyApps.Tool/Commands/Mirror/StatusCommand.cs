using System.Globalization;
using JourneyApps.Mirroring;
using JourneyApps.Tool.Deployments;
using JourneyApps.Tool.Schemas;
using Spectre.Console;

namespace JourneyApps.Tool.Commands.Mirror;

/// <summary><c>journeyapps mirror status</c>: prints the state of a copy.</summary>
internal static class StatusCommand
{
    public static Command Create(Terminal terminal)
    {
        TargetOptions target = new();
        Option<int?> maxLag = new("--max-lag") { Description = "Exit with code 1 when the copy is more than this many seconds behind." };
        Option<bool> count = new("--count")
        {
            Description = "Count the rows of large tables too, which reads the tables. Default: more than 10,000 rows are an estimate.",
        };
        Option<bool> json = new("--json") { Description = "Print the status as JSON." };
        ToolCommand command = new(
            "status",
            "Prints the state of a copy: phase, rows and problems of each model, lag, the worker that writes. It reads the database only. "
                + "Exits with code 1 when a person has to do something, or the copy is too old.",
            "journeyapps mirror status --to sqlite:copy.db",
            "journeyapps mirror status --to postgresql --connection-env FIELD_DB --max-lag 300 --json")
        {
            maxLag, count, json,
        };
        target.AddTo(command);
        command.SetAction((parsed, cancellationToken) =>
        {
            if (parsed.GetValue(maxLag) is < 1) throw new ToolException("--max-lag must be at least 1 second.", ExitCode.Usage);
            return RunAsync(
                terminal, target.ResolveExisting(parsed, terminal), parsed.GetValue(maxLag), parsed.GetValue(count), parsed.GetValue(json),
                cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        Terminal terminal, MirrorDatabase database, int? maxLag, bool count, bool json, CancellationToken cancellationToken)
    {
        // The status is in the database; the client sends nothing.
        using JourneyClient client = new(AccessOptions.Options(new Uri("https://localhost/api/v4/none/"), "none"));
        DatabaseMirror mirror = new(client, database);
        DatabaseMirrorStatus status = await Sql.RunAsync(terminal, () => mirror.GetStatusAsync(count, cancellationToken));
        bool isOld = maxLag is { } seconds && !(status.Lag <= TimeSpan.FromSeconds(seconds));
        if (json) terminal.Out.WriteLine(JsonOutput.Serialize(status));
        else Write(terminal, database, status);
        if (isOld) terminal.WriteMessage($"The copy is more than {maxLag} s behind.");
        return isOld || status.Decisions.Count > 0 ? ExitCode.Found : ExitCode.Success;
    }

    private static void Write(Terminal terminal, MirrorDatabase database, DatabaseMirrorStatus status)
    {
        if (status.Exists)
        {
            string worker = status.HasOwner ? $"{status.Owner}, until {Time(status.LeaseUntil)}" : "none";
            string lag = status.Lag is { } behind
                ? string.Create(CultureInfo.InvariantCulture, $"{Time(status.UpToDateAt)}, {Math.Max(0, behind.TotalSeconds):N0} s ago")
                : "not yet: a model was never complete";
            terminal.Out.WriteLine($"Copy:       {SafeText.Line(database.Place)}");
            terminal.Out.WriteLine($"Deployment: {SafeText.Line(status.Deployment ?? "")}");
            terminal.Out.WriteLine($"Worker:     {SafeText.Line(worker)}");
            terminal.Out.WriteLine($"Up to date: {lag}");
            if (status.FilesWaiting > 0) terminal.Out.WriteLine($"Files:      {Plural.Of(status.FilesWaiting, "file")} waiting");
            terminal.OutConsole().Write(TableOf(status));
        }

        Sql.WriteDecisions(terminal, status.Decisions);
        foreach (MirrorProblem problem in status.Problems)
            terminal.Out.WriteLine($"-- {SafeText.Line($"{problem.Model} {problem.Id} {problem.Column}: {problem.Reason}")}");
    }

    private static Table TableOf(DatabaseMirrorStatus status)
    {
        Table table = new() { Border = TableBorder.Simple };
        table.AddColumns("Model", "Table", "Phase", "Rows", "Problems", "Loaded at");
        foreach (ModelCopyStatus model in status.Models)
        {
            string[] cells =
            [
                model.Model, model.Table, model.RetiredAt is null ? $"{model.Phase}" : "not in the data model",
                (model.RowsAreEstimated ? "about " : "") + model.Rows.ToString("N0", CultureInfo.InvariantCulture),
                model.Problems.ToString("N0", CultureInfo.InvariantCulture), Time(model.LoadedAt),
            ];
            table.AddRow([.. cells.Select(cell => new Text(SafeText.Line(cell)))]);
        }

        return table;
    }

    private static string Time(DateTimeOffset? time)
        => time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "";
}
