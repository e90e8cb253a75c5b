using System.CommandLine;
using JourneyApps.Schema;
using JourneyApps.Tool.CommandLine;
using JourneyApps.Tool.Deployments;
using JourneyApps.Tool.Files;
using JourneyApps.Tool.Objects;
using JourneyApps.Tool.Schemas;

namespace JourneyApps.Tool.Commands.Export;

/// <summary><c>journeyapps export</c>: brings the objects of a deployment into files.</summary>
internal static class ExportCommand
{
    public static Command Create(Terminal terminal)
    {
        AccessOptions access = new();
        Argument<string[]> models = new("model") { Description = "The models to export. Default: all.", Arity = ArgumentArity.ZeroOrMore };
        models.Validators.Add(SchemaCliOptions.RefuseOptions);
        Option<string> output = new("--output", "-o") { Description = "The folder for the files, one per model. Default: this folder.", DefaultValueFactory = _ => "." };
        Option<ObjectFormat> format = new("--format", "-f") { Description = "jsonl (one object per line) or csv.", DefaultValueFactory = _ => ObjectFormat.Jsonl };
        Option<bool> labels = new("--labels") { Description = "CSV: a second column with the label of each choice." };
        Option<bool> guard = new("--guard-formulas") { Description = "CSV: an apostrophe before cells that a spreadsheet would run (= + - @)." };
        Option<string> delimiter = DelimiterOption.Create();
        Option<string> where = new("--where", "-w") { Description = "Only objects that meet an expression of the API, such as \"state = ? and cost > ?\"; of one model." };
        Option<string[]> arguments = new("--argument", "-a") { Description = "A value for a question mark of --where, in their order: JSON (12.5, true, [\"a\",\"b\"]), or else text." };
        Option<string> attachments = new("--attachments") { Description = "A folder to which photos, signatures and attachments are brought, each under its id." };
        ToolCommand command = new(
            "export",
            "Writes the objects of a deployment to files. A run that was stopped goes on where it was.",
            "journeyapps export --output backup",
            "journeyapps export job site --format csv --labels --guard-formulas",
            "journeyapps export job --where \"state = ? and due < ?\" --argument busy --argument 2026-12-01",
            "journeyapps export job --output backup --attachments backup/files")
        {
            models, output, format, labels, guard, delimiter, where, arguments, attachments,
        };
        access.AddTo(command);
        command.SetAction((parsed, cancellationToken) =>
        {
            string[] names = parsed.GetValue(models) ?? [];
            RecordFilter filter = RecordFilter.Of(parsed.GetValue(where), parsed.GetValue(arguments) ?? []);
            if (filter.Expression is not null && names.Length != 1) throw new ToolException("--where goes with exactly one model.", ExitCode.Usage);
            if (filter.Expression is null && filter.Arguments.Count > 0) throw new ToolException("--argument is a value for --where, which is not given.", ExitCode.Usage);
            ExportSettings settings = new(
                parsed.GetRequiredValue(output), parsed.GetValue(format), parsed.GetValue(labels), parsed.GetValue(guard), DelimiterOption.Of(parsed, delimiter),
                filter, parsed.GetValue(attachments) is { } folder ? new AttachmentFolder(folder) : null);
            return RunAsync(terminal, access.Resolve(parsed, terminal), names, settings, cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, JourneyAppOptions options, string[] names, ExportSettings settings, CancellationToken cancellationToken)
    {
        using ToolClient client = new(options);
        DataModel dataModel = await new DataModelSource(client).FetchModelsAsync(cancellationToken);
        Model[] models = names.Length == 0 ? [.. dataModel.Models] : [.. names.Select(name => ModelName.Find(dataModel, name))];
        Directory.CreateDirectory(settings.Folder);
        SafeFileName fileNames = new();
        long missing = 0;
        foreach (Model model in models)
        {
            string path = Path.Combine(settings.Folder, $"{fileNames.For(model.Name)}.{(settings.Format == ObjectFormat.Csv ? "csv" : "jsonl")}");
            ModelExport export = new(client, model, path, settings);
            if (export.Resumes) terminal.WriteMessage($"{model.Name}: going on with {path}.part");
            long total = await settings.Filter.CountAsync(client, model.Name, cancellationToken);
            long count = await ProgressMeter.RunAsync(terminal, model.Name, total, meter => export.RunAsync(meter, cancellationToken));
            terminal.WriteMessage($"{model.Name}: {Plural.Of(count, "object")} in {path}{FilesOf(export.Files)}");
            missing += export.Files?.Missing ?? 0;
        }

        return missing > 0 ? ExitCode.Found : ExitCode.Success;
    }

    private static string FilesOf(AttachmentFiles? files)
        => files is null ? ""
        : files.Missing == 0 ? $", with {Plural.Of(files.Fetched, "file")}"
        : $", with {Plural.Of(files.Fetched, "file")}; {Plural.Of(files.Missing, "file")} cannot be had, because no device has sent it yet or the object changed";
}
