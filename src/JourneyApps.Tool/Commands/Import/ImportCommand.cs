using System.CommandLine;
using System.Globalization;
using JourneyApps.Schema;
using JourneyApps.Tool.CommandLine;
using JourneyApps.Tool.Deployments;
using JourneyApps.Tool.Objects;
using JourneyApps.Tool.Schemas;

namespace JourneyApps.Tool.Commands.Import;

/// <summary><c>journeyapps import</c>: writes the objects of a file to a deployment.</summary>
internal static class ImportCommand
{
    // Says whose keys they are when the user does not: those of this command.
    private static readonly Guid DefaultKeyNamespace = new("6f0c2f0e-6d1b-5b0a-9a57-1f6f1f0f6a11");

    public static Command Create(Terminal terminal)
    {
        AccessOptions access = new();
        Argument<string> file = new("file") { Description = "The file: .jsonl (one JSON object per line) or .csv." };
        Option<string> model = new("--model", "-m") { Description = "The model. Default: the file's name." };
        Option<ImportMode> mode = new("--mode") { Description = "create (leaves objects that are there as they are), put (creates or replaces) or update.", DefaultValueFactory = _ => ImportMode.Create };
        Option<ObjectFormat?> format = new("--format", "-f") { Description = "jsonl or csv. Default: as the file's name ends." };
        Option<string> key = new("--key") { Description = "The column whose value is the object's key elsewhere: its id is derived from it." };
        Option<Guid?> keyNamespace = new("--key-namespace") { Description = "A UUID that says whose keys these are, as in Id.FromKey." };
        Option<string> delimiter = DelimiterOption.Create();
        Option<bool> guard = new("--guard-formulas") { Description = "CSV: take the apostrophe away that an export with --guard-formulas added." };
        Option<bool> ignoreUnknown = new("--ignore-unknown") { Description = "Leave out what the model does not have." };
        Option<bool> restart = new("--restart") { Description = "Begin anew instead of going on where a stopped import was." };
        Option<string> attachments = new("--attachments") { Description = "The folder to which an export brought the files: they are sent with their rows." };
        ToolCommand command = new(
            "import",
            "Writes the rows of a file as objects, 1,000 per request. A run that was stopped goes on where it was; no row is lost or made twice.",
            "journeyapps import job.jsonl",
            "journeyapps import orders.csv --model job --key number --mode update",
            "journeyapps import backup/job.jsonl --attachments backup/files")
        {
            file, model, mode, format, key, keyNamespace, delimiter, guard, ignoreUnknown, restart, attachments,
        };
        access.AddTo(command);
        command.SetAction((parsed, cancellationToken) =>
        {
            string path = parsed.GetRequiredValue(file);
            if (!File.Exists(path)) throw new ToolException($"there is no file '{path}'.");
            string? files = parsed.GetValue(attachments);
            if (files is not null && !Directory.Exists(files)) throw new ToolException($"there is no folder '{files}'.");
            ImportSettings settings = new(
                path, parsed.GetValue(model) ?? Path.GetFileNameWithoutExtension(path), parsed.GetValue(format) ?? FormatOf(path), parsed.GetValue(mode),
                parsed.GetValue(key), parsed.GetValue(keyNamespace) ?? DefaultKeyNamespace, DelimiterOption.Of(parsed, delimiter),
                parsed.GetValue(guard), parsed.GetValue(ignoreUnknown), parsed.GetValue(restart),
                files is null ? null : new AttachmentFolder(files));
            return RunAsync(terminal, access.Resolve(parsed, terminal), settings, cancellationToken);
        });
        return command;
    }

    private static ObjectFormat FormatOf(string path) => Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".CSV" => ObjectFormat.Csv,
        ".JSONL" or ".NDJSON" => ObjectFormat.Jsonl,
        _ => throw new ToolException($"'{path}' ends in neither .jsonl nor .csv: say which it is with --format.", ExitCode.Usage),
    };

    private static async Task<int> RunAsync(Terminal terminal, JourneyAppOptions options, ImportSettings settings, CancellationToken cancellationToken)
    {
        using ToolClient client = new(options);
        Model model = ModelName.Find(await new DataModelSource(client).FetchModelsAsync(cancellationToken), settings.Model);
        using StreamReader text = new(settings.File);
        IEnumerable<ImportRow> rows = settings.Format == ObjectFormat.Csv ? CsvRows.Read(text, model, settings) : JsonRows.Read(text, model, settings);
        try
        {
            ModelImport import = new(client, model, settings, terminal);
            ImportCounts counts = await ProgressMeter.RunAsync(terminal, settings.Model, null, meter => import.RunAsync(rows, meter, cancellationToken));
            terminal.WriteMessage(string.Create(
                CultureInfo.InvariantCulture,
                $"{settings.Model}: {Plural.Of(counts.Total, "row")}: {counts.Written:N0} written, {counts.Existing:N0} there already, {counts.Refused:N0} refused."));
            return counts.Refused > 0 ? ExitCode.Found : ExitCode.Success;
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new ToolException("stopped. Run the same command again to go on.", ExitCode.Canceled);
        }
    }
}
