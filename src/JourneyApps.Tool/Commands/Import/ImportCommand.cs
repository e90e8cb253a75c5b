using System.Globalization;
using JourneyApps.Tool.Deployments;
using JourneyApps.Tool.Files;
using JourneyApps.Tool.Objects;
using JourneyApps.Tool.Schemas;

namespace JourneyApps.Tool.Commands.Import;

/// <summary><c>journeyapps import</c>: writes the objects of a file to a deployment.</summary>
internal static class ImportCommand
{
    public static Command Create(Terminal terminal)
    {
        AccessOptions access = new();
        Argument<string> file = new("file") { Description = "The file: .jsonl (one JSON object per line) or .csv." };
        Option<string> model = new("--model", "-m") { Description = "The model. Default: the file's name." };
        Option<ImportMode> mode = WordOption.Create(
            "--mode", "create (leaves existing objects unchanged), put (creates or replaces), upsert (creates or changes) or update.",
            ImportMode.Create);
        Option<ObjectFormat?> format = WordOption.CreateOptional<ObjectFormat>(
            "--format", "jsonl or csv. Default: by the extension of the file.", "-f");
        Option<string> key = new("--key") { Description = "The column with a key of another system, from which the id is derived." };
        Option<Guid?> keyNamespace = new("--key-namespace") { Description = "The namespace UUID of the keys, as in Id.FromKey." };
        Option<string> encoding = new("--encoding") { Description = "The encoding of a file that is not UTF-8, such as windows-1252." };
        Option<char> delimiter = DelimiterOption.Create();
        Option<bool> guard = new("--guard-formulas")
        {
            Description = "CSV: remove the apostrophes that an export with --guard-formulas added.",
        };
        Option<bool> ignoreUnknown = new("--ignore-unknown") { Description = "Ignore columns and members that the model does not have." };
        Option<bool> restart = new("--restart") { Description = "Start from the beginning instead of resuming an interrupted import." };
        Option<string> attachments = new("--attachments")
        {
            Description = "The folder to which an export saved the files. Each file is sent with its row.",
        };
        ToolCommand command = new(
            "import",
            "Writes the rows of a file as objects, 1,000 per request. An interrupted import resumes; no row is lost or created twice.",
            "journeyapps import job.jsonl",
            "journeyapps import orders.csv --model job --key number --mode update",
            "journeyapps import backup/job.jsonl --attachments backup/files")
        {
            file, model, mode, format, encoding, key, keyNamespace, delimiter, guard, ignoreUnknown, restart, attachments,
        };
        access.AddTo(command);
        command.SetAction((parsed, cancellationToken) =>
        {
            string path = parsed.GetRequiredValue(file);
            InputFile.Require(path);
            string? files = parsed.GetValue(attachments);
            if (files is not null && !Directory.Exists(files))
                throw new ToolException($"the folder '{files}' does not exist.");
            ImportSettings settings = new(
                path, parsed.GetValue(model) ?? Path.GetFileNameWithoutExtension(path),
                parsed.GetValue(format) ?? ImportSettings.FormatOf(path, "; set --format"),
                parsed.GetValue(encoding), parsed.GetValue(mode),
                parsed.GetValue(key), parsed.GetValue(keyNamespace) ?? ImportSettings.DefaultKeyNamespace, parsed.GetValue(delimiter),
                parsed.GetValue(guard), parsed.GetValue(ignoreUnknown), parsed.GetValue(restart),
                files is null ? null : new AttachmentFolder(files));
            return RunAsync(terminal, access.Resolve(parsed, terminal), settings, cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        Terminal terminal, JourneyAppOptions options, ImportSettings settings, CancellationToken cancellationToken)
    {
        using JourneyClient client = new(options);
        bool isNameOfFile = settings.Model == Path.GetFileNameWithoutExtension(settings.File);
        Model model = ModelName.Find(
            await client.Deployment.GetDataModelAsync(cancellationToken), settings.Model,
            isNameOfFile ? " The name of the file is used as the model's name; to use another model, set --model." : "");
        Column.WarnOfHidden(model, terminal);
        if (settings.Key is { } key && Column.Of(model, labels: false).All(column => column.Name != key))
            throw new ToolException($"--key: {Column.UnknownMember(key, model, advice: "")}", ExitCode.Usage);
        using StreamReader text = TextFile.Open(settings.File, settings.Encoding);
        bool isCsv = settings.Format == ObjectFormat.Csv;
        IEnumerable<ImportRow> rows = isCsv ? CsvRows.Read(text, model, settings) : JsonRows.Read(text, model, settings);
        try
        {
            ModelImport import = new(client, options.BaseAddress!, model, settings, terminal);
            ImportCounts counts = await ProgressMeter.RunAsync(
                terminal, settings.Model, null, meter => import.RunAsync(rows, meter, cancellationToken));
            terminal.WriteMessage($"{settings.Model}: {Summary(counts, settings.Mode)}");
            return counts.Rejected > 0 || counts.MissingFiles > 0 ? ExitCode.Found : ExitCode.Success;
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            throw ToolException.Resumable();
        }
    }

    private static string Summary(ImportCounts counts, ImportMode mode)
    {
        string written = mode == ImportMode.Upsert
            ? string.Create(
                CultureInfo.InvariantCulture, $"{counts.Created:N0} created, {counts.Updated:N0} updated, {counts.Existing:N0} unchanged")
            : string.Create(CultureInfo.InvariantCulture, $"{counts.Written:N0} written, {counts.Existing:N0} already existed");
        string rejected = string.Create(CultureInfo.InvariantCulture, $"{counts.Rejected:N0} rejected");
        string missing = counts.MissingFiles == 0 ? ""
            : $" {Plural.Of(counts.MissingFiles, "file")} not in the attachments folder; their ids were sent.";
        return $"{Plural.Of(counts.Total, "row")}: {written}, {rejected}.{missing}";
    }
}
