using System.CommandLine;
using JourneyApps.Schema;
using JourneyApps.Tool.Access;
using JourneyApps.Tool.CommandLine;
using JourneyApps.Tool.Objects;

namespace JourneyApps.Tool.Exporting;

/// <summary><c>journeyapps export</c>: brings the objects of a deployment into files.</summary>
internal static class ExportCommand
{
    public static Command Create(Terminal terminal)
    {
        AccessOptions access = new();
        Argument<string[]> models = new("model") { Description = "The models to export. Default: all.", Arity = ArgumentArity.ZeroOrMore };
        models.Validators.Add(Schemas.SchemaOptionsOf.RefuseOptions);
        Option<string> output = new("--output", "-o") { Description = "The folder for the files, one per model. Default: this folder.", DefaultValueFactory = _ => "." };
        Option<ObjectFormat> format = new("--format", "-f") { Description = "jsonl (one object per line) or csv.", DefaultValueFactory = _ => ObjectFormat.Jsonl };
        Option<bool> labels = new("--labels") { Description = "CSV: a second column with the label of each choice." };
        Option<bool> guard = new("--guard-formulas") { Description = "CSV: an apostrophe before cells that a spreadsheet would run (= + - @)." };
        Option<string> delimiter = DelimiterOption.Create();
        ToolCommand command = new(
            "export",
            "Writes the objects of a deployment to files. A run that was stopped goes on where it was.",
            "journeyapps export --output backup",
            "journeyapps export job site --format csv --labels --guard-formulas")
        {
            models, output, format, labels, guard, delimiter,
        };
        access.AddTo(command);
        command.SetAction((parsed, cancellationToken) =>
        {
            ExportSettings settings = new(
                parsed.GetRequiredValue(output), parsed.GetValue(format), parsed.GetValue(labels), parsed.GetValue(guard), DelimiterOption.Of(parsed, delimiter));
            return RunAsync(terminal, access.Resolve(parsed, terminal), parsed.GetValue(models) ?? [], settings, cancellationToken);
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
        foreach (Model model in models)
        {
            string path = Path.Combine(settings.Folder, $"{fileNames.For(model.Name)}.{(settings.Format == ObjectFormat.Csv ? "csv" : "jsonl")}");
            ModelExport export = new(client.Transport, model, path, settings);
            if (export.Resumes) terminal.Say($"{model.Name}: going on with {path}.part");
            long total = await client.Objects(model.Name).All().CountAsync(cancellationToken);
            long count = await ProgressMeter.RunAsync(terminal, model.Name, total, meter => export.RunAsync(meter, cancellationToken));
            terminal.Say($"{model.Name}: {Plural.Of(count, "object")} in {path}");
        }

        return ExitCode.Success;
    }
}
