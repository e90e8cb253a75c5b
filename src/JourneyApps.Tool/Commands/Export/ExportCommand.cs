using JourneyApps.Tool.Deployments;
using JourneyApps.Tool.Files;
using JourneyApps.Tool.Objects;
using JourneyApps.Tool.Schemas;

namespace JourneyApps.Tool.Commands.Export;

/// <summary><c>journeyapps export</c>: saves the objects of a deployment to files.</summary>
internal static class ExportCommand
{
    // The name of the standard output.
    private const string Standard = "-";

    public static Command Create(Terminal terminal)
    {
        AccessOptions access = new();
        ModelArguments models = new("export");
        Option<string> output = new("--output", "-o")
        {
            Description = "The folder for the files, one per model. Default: this folder. With - one model is written to standard output.",
            DefaultValueFactory = _ => ".",
        };
        Option<ExportFormat> format = WordOption.Create(
            "--format", "jsonl (one object per line), csv, or parquet with typed columns.", ExportFormat.Jsonl, "-f");
        Option<bool> labels = new("--labels") { Description = "CSV: add a column with the label of each choice." };
        Option<bool> guard = new("--guard-formulas")
        {
            Description = "CSV: add an apostrophe to cells that a spreadsheet would evaluate (= + - @).",
        };
        Option<char> delimiter = DelimiterOption.Create();
        WhereOptions where = new();
        Option<string> attachments = new("--attachments")
        {
            Description = "Save photos, signatures and attachments to this folder, each in a subfolder named for its id.",
        };
        ToolCommand command = new(
            "export",
            "Saves the objects of a deployment to files. An interrupted export to jsonl or csv resumes.",
            "journeyapps export --output backup",
            "journeyapps export job site --format csv --labels --guard-formulas",
            "journeyapps export job --where \"state = ? and due < ?\" --argument busy --argument 2026-12-01",
            "journeyapps export job --output backup --attachments backup/files",
            "journeyapps export --format parquet --output lake")
        {
            output, format, labels, guard, delimiter, attachments,
        };
        models.AddTo(command);
        where.AddTo(command);
        access.AddTo(command);
        command.SetAction((parsed, cancellationToken) =>
        {
            string[] names = models.Read(parsed);
            WhereClause clause = where.Read(parsed, names.Length);
            if (parsed.GetValue(output) == Standard && names.Length != 1)
                throw new ToolException($"--output {Standard} requires exactly one model.", ExitCode.Usage);
            ExportSettings settings = new(
                parsed.GetRequiredValue(output), parsed.GetValue(format), parsed.GetValue(labels), parsed.GetValue(guard),
                parsed.GetValue(delimiter), clause.Expression, clause.Arguments,
                parsed.GetValue(attachments) is { } folder ? new AttachmentFolder(folder) : null);
            return RunAsync(terminal, access.Resolve(parsed, terminal), names, settings, cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        Terminal terminal, JourneyAppOptions options, string[] names, ExportSettings settings, CancellationToken cancellationToken)
    {
        using JourneyClient client = new(options);
        DataModel dataModel = await client.Deployment.GetDataModelAsync(cancellationToken);
        Model[] models = ModelName.FindAll(dataModel, names);
        bool toOutput = settings.Folder == Standard;
        if (!toOutput) OwnFile.EnsureFolder(settings.Folder);
        if (settings.Attachments is { } attachments) OwnFile.EnsureFolder(attachments.Root);
        long missing = 0;
        foreach (Model model in models)
        {
            Column.WarnOfHidden(model, terminal);
            string extension = settings.Format.ToString().ToLowerInvariant();
            string name = SafeFileName.OfOne(model.Name, dataModel.Models.Select(other => other.Name));
            string path = Path.Combine(settings.Folder, $"{name}.{extension}");
            ModelExport export = new(client, options.BaseAddress!, model, path, settings);
            try
            {
                if (!toOutput && export.Resumes) terminal.WriteMessage($"{model.Name}: resuming {path}.part");
                long total = await export.CountAsync(cancellationToken);
                long count = await ProgressMeter.RunAsync(
                    terminal, model.Name, total,
                    meter => toOutput
                        ? export.RunAsync(terminal.OpenOut(), meter, cancellationToken) : export.RunAsync(meter, cancellationToken));
                string place = toOutput ? "" : $" in {path}";
                terminal.WriteMessage($"{model.Name}: {Plural.Of(count, "object")}{place}{FilesOf(export.Files)}");
                foreach ((string column, long misfits) in export.Misfits)
                {
                    string values = Plural.Of(misfits, "value");
                    terminal.WriteWarning($"{model.Name}.{column}: null in the file instead of {values} of another type.");
                }
            }
            catch (Exception) when (!toOutput && cancellationToken.IsCancellationRequested)
            {
                throw settings.Format == ExportFormat.Parquet
                    ? new ToolException("stopped. Run the same command again; it starts from the beginning.", ExitCode.Canceled)
                    : ToolException.Resumable();
            }

            if (export.InvalidTexts > 0)
            {
                string values = Plural.Of(export.InvalidTexts, "value");
                terminal.WriteWarning($"{model.Name}: null in the file instead of {values} with text that is not valid UTF-8.");
            }

            missing += (export.Files?.Missing ?? 0) + export.InvalidTexts;
        }

        return missing > 0 ? ExitCode.Found : ExitCode.Success;
    }

    private static string FilesOf(AttachmentFiles? files)
        => files is null ? ""
        : files.Missing == 0 ? $", with {Plural.Of(files.Fetched, "file")}"
        : $", with {Plural.Of(files.Fetched, "file")}; {Plural.Of(files.Missing, "file")} not available, "
            + "because the device has not uploaded it yet or the object has changed";
}
